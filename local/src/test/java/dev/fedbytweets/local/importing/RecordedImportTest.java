package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.ImportFixture.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.storage.PageKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recorded responses of X hold real people's posts, so they are not in the repository and no
/// assertion here prints any of them.
class RecordedImportTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void importsBothFilesOnce() throws IOException {
    ImportFixture lake = new ImportFixture(folder);
    Path bundle = recorded("pages-2022-06.json");
    Path lines = recorded("pages-2023-04.jsonl");

    ImportReport first = lake.imports(bundle, lines);
    ImportReport again = lake.imports(lines, bundle);

    assertThat(counts(first)).containsExactly(2, 11, 11, 0, 1100, 0, 0, 0);
    assertThat(counts(again)).containsExactly(2, 11, 0, 11, 0, 0, 0, 0);
  }

  @Test
  void keepsEveryPageAsItStands() throws IOException {
    ImportFixture lake = new ImportFixture(folder);
    Path bundle = recorded("pages-2022-06.json");
    Path lines = recorded("pages-2023-04.jsonl");

    lake.imports(bundle, lines);

    List<String> pages = new ArrayList<>(lake.pages());
    List<String> expectedLines = Files.readAllLines(lines);
    assertThat(pages.containsAll(expectedLines)).as("the lines are pages").isTrue();
    pages.removeAll(expectedLines);
    String text = Files.readString(bundle, StandardCharsets.UTF_8);
    assertThat(pages.stream().filter(text::contains).count()).isEqualTo(6);
    List<JsonNode> expected = new ArrayList<>();
    JSON.readTree(text).get("data").forEach(expected::add);
    List<JsonNode> actual = new ArrayList<>();
    for (String page : pages) {
      actual.add(JSON.readTree(page));
    }
    assertThat(new HashSet<>(actual).equals(new HashSet<>(expected))).as("the same pages").isTrue();
  }

  @Test
  void takesTimesFromThePages() throws IOException {
    ImportFixture lake = new ImportFixture(folder);

    lake.imports(recorded("pages-2022-06.json"), recorded("pages-2023-04.jsonl"));

    assertThat(lake.keys())
        .extracting(PageKey::date)
        .containsOnly(LocalDate.of(2022, 6, 19), LocalDate.of(2023, 4, 7));
    assertThat(lake.keys().stream().filter(key -> key.date().getYear() == 2023))
        .hasSize(5)
        .extracting(key -> lake.metadata(key).retrievedAt())
        .contains(Instant.parse("2023-04-07T21:39:36Z"));
  }

  /// Found in `shared/data` beside the repository, or beside a folder around it.
  private static Path recorded(String name) {
    Path file = Path.of("shared", "data", name);
    List<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
            .map(folder -> folder.resolve(file))
            .filter(Files::exists)
            .toList();
    assumeTrue(!found.isEmpty(), () -> "skipped: no recorded pages in ../shared/data/" + name);
    return found.getFirst();
  }
}
