package dev.fedbytweets.local.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fedbytweets.core.failure.MisconfiguredException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What happens when the output does not take everything. The results here never end by
/// themselves.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ResultOutputTest {

  private static final String ENDLESS = "SELECT range AS a, 'text' AS b FROM range(1000000000000)";

  @TempDir private static Path folder;

  private static LakeDatabase database;

  @BeforeAll
  static void open() throws IOException {
    try (SmallLake lake = SmallLake.in(folder)) {
      database = LakeDatabase.of(lake.lake());
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSON"})
  void endsQuietlyWhenTheReaderHasGone(ResultFormat format) {
    FullStream stream = new FullStream("Broken pipe");

    database.run(ENDLESS, ResultOutput.to(stream, format));

    assertThat(stream.taken).isEqualTo(FullStream.ROOM);
  }

  @Test
  void saysSoWhenTheDiskIsFull() {
    FullStream stream = new FullStream("No space left on device");

    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> database.run(ENDLESS, ResultOutput.to(stream, ResultFormat.CSV)))
        .withMessage("cannot write the result: No space left on device");
  }

  @Test
  void answersOnAfterAReaderHasGone() {
    database.run(ENDLESS, ResultOutput.to(new FullStream("Broken pipe"), ResultFormat.CSV));

    assertThat(QueryText.of(database, "SELECT 1 AS a", ResultFormat.CSV)).isEqualTo("a\r\n1\r\n");
  }

  @Test
  void doesNotCloseTheStream() {
    FullStream stream = new FullStream("unused");

    database.run("SELECT 1 AS a", ResultOutput.to(stream, ResultFormat.JSON));

    assertThat(stream.closed).isFalse();
  }

  @Test
  void needsRoom() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResultOutput.toTerminal(System.out, ResultFormat.TABLE, 0))
        .withMessageContaining("a result needs room");
  }

  /// Takes so many bytes and no more.
  private static final class FullStream extends OutputStream {

    private static final long ROOM = 1_000_000;

    private final String reason;
    private long taken;
    private boolean closed;

    FullStream(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int value) throws IOException {
      if (taken == ROOM) {
        throw new IOException(reason);
      }
      taken++;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
