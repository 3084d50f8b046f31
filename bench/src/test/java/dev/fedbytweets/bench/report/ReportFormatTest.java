package dev.fedbytweets.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.bench.report.ReportTable.Column;
import dev.fedbytweets.bench.report.ReportTable.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReportFormatTest {

  private final Report report =
      new Report(
          "bronze",
          List.of("1,000 MB"),
          List.of(
              new ReportTable(
                  "speed",
                  List.of(new Column("wall s", 2), new Column("peak MB", 0)),
                  List.of(Line.of("ours", 9.5, 1234.4), Line.of("a longer name", 12.0, null)))),
          List.of("ours is faster"));

  @Test
  void aTableIsAligned() {
    assertThat(ReportFormat.TABLE.write(report))
        .isEqualTo(
            """
            bronze
              1,000 MB

              speed          wall s  peak MB
              ours             9.50    1,234
              a longer name   12.00        -

              ours is faster
            """);
  }

  @Test
  void markdownIsAPage() {
    assertThat(ReportFormat.MARKDOWN.write(report))
        .isEqualTo(
            """
            # bronze

            Made by `bench/run`; not written by hand.

            - 1,000 MB

            | speed | wall s | peak MB |
            |---|--:|--:|
            | ours | 9.50 | 1,234 |
            | a longer name | 12.00 | - |

            - ours is faster""");
  }

  @Test
  void aPartIsASectionOfThePageBefore() {
    assertThat(ReportFormat.MARKDOWN.writePart(report)).startsWith("\n## bronze\n\n- 1,000 MB\n");
    assertThat(ReportFormat.TABLE.writePart(report)).isEqualTo(ReportFormat.TABLE.write(report));
  }

  @Test
  void jsonHasTheNumbersUnrounded() {
    assertThat(ReportFormat.JSON.write(report))
        .isEqualTo(
            """
            {"benchmark":"bronze","facts":["1,000 MB"],"tables":[{"title":"speed","lines":[\
            {"name":"ours","wall s":9.5,"peak MB":1234.4},\
            {"name":"a longer name","wall s":12.0,"peak MB":null}]}],\
            "findings":["ours is faster"]}""");
  }
}
