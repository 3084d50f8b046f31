package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.ImportFixture.counts;
import static dev.fedbytweets.local.importing.ImportFixture.reasons;
import static dev.fedbytweets.local.importing.Responses.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be read costs itself.
class SourceFilesTest {

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  @Test
  void whatIsMissingIsReportedAndTheRestGoesIn() throws IOException {
    Path present = lake.file("in/a.jsonl", page("1"));
    Path missing = folder.resolve("b.jsonl");
    Path dangling =
        Files.createSymbolicLink(folder.resolve("in/c.jsonl"), folder.resolve("nowhere"));

    ImportReport report = lake.imports(present.getParent(), missing);

    assertThat(lake.pages()).containsExactly(page("1"));
    assertThat(report.firstRejected())
        .extracting(RejectedRecord::toString)
        .containsExactly(dangling + ": there is no such file", missing + ": there is no such file");
    assertThat(report.isSuccess()).isFalse();
  }

  @Test
  void aFileWithoutPermissionIsReportedAndTheRestGoesIn() throws IOException {
    lake.file("in/a.jsonl", page("1"));
    Path forbidden = lake.file("in/b.jsonl", page("2"));
    Files.setPosixFilePermissions(forbidden, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(forbidden), "skipped: the superuser reads everything");

    ImportReport report = lake.imports(folder.resolve("in"));

    assertThat(lake.pages()).containsExactly(page("1"));
    assertThat(reasons(report)).containsExactly("it cannot be read: permission denied");
    assertThat(report.isSuccess()).isFalse();
  }

  @Test
  void aPipeIsReportedWhereItIsNamedAndElsePassedOver() throws Exception {
    lake.file("in/a.jsonl", page("1"));
    Path pipe = folder.resolve("in/pipe");
    assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "skipped: no mkfifo");

    ImportReport around = lake.imports(folder.resolve("in"));
    ImportReport named = lake.imports(pipe, folder.resolve("in"));

    assertThat(counts(around)).containsExactly(1, 1, 1, 0, 1, 0, 0, 0);
    assertThat(reasons(named)).singleElement().asString().contains("as standard input, named -");
    assertThat(named.pages()).isEqualTo(1);
    assertThat(named.isSuccess()).isFalse();
  }

  @Test
  void aLoopOfLinksCostsItself() throws IOException {
    lake.file("in/a.jsonl", page("1"));
    Path one = folder.resolve("in/one");
    Files.createSymbolicLink(one, folder.resolve("in/two"));
    Files.createSymbolicLink(folder.resolve("in/two"), one);
    Files.createSymbolicLink(folder.resolve("in/up"), folder.resolve("in"));

    ImportReport report = lake.imports(folder.resolve("in"));

    assertThat(lake.pages()).containsExactly(page("1"));
    assertThat(report.rejected()).isEqualTo(2);
  }

  @Test
  void aReasonIsReportedOnceWithItsCountAndTheFirstPlaces() {
    for (int i = 10; i < 60; i++) {
      lake.file("in/" + i + ".txt", "no page\n");
    }

    ImportReport report = lake.imports(folder.resolve("in"));

    assertThat(report.groups())
        .singleElement()
        .asString()
        .startsWith("50 times it begins with neither { nor [, so no response of X is in it: ")
        .contains("10.txt, line 1 (byte 0); ", "12.txt, line 1 (byte 0); ...")
        .doesNotContain("13.txt");
    assertThat(report.isSuccess()).isFalse();
  }
}
