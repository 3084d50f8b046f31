package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class FailureReportTest {

  /// The second number as SQLite extends it.
  @ParameterizedTest
  @CsvSource({"13, the disk is full", "778, the disk reports an error", "8, it can only be read"})
  void aCatalogThatCannotBeWrittenIsSaidInWords(int code, String reason) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = Terminal.to(new ByteArrayOutputStream(), err, null);
    SQLException cause = new SQLException("[SQLITE_FULL] Insertion failed", null, code);

    int exit =
        new FailureReport(terminal)
            .handleExecutionException(
                new UncheckedSQLException(cause, "Unknown failure"),
                new CommandLine(new LakeCommand()),
                null);

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("error: cannot use the lake's catalog.db: %s%n".formatted(reason));
  }
}
