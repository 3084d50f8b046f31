package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the tables lack is said where they are read.
class BacklogTest {

  private static final long FIRST = 1_538_600_000_000_000_000L;

  @TempDir private Path folder;

  private Path root;
  private Commands lake;

  @BeforeEach
  void makeALake() throws IOException {
    root = folder.resolve("my lake");
    lake = new Commands(root);
    lake.importPosts(FIRST, FIRST + 1);
    lake.importPosts(FIRST + 2);
  }

  @Test
  void nothingIsSaidOfALakeThatIsWhole() {
    lake.call("query", "SELECT 1");
    assertThat(lake.complained()).isEmpty();
    assertThat(lake.call("status")).doesNotContain("not yet", "missing", "gone");
  }

  @Test
  void pagesThatCameInWithoutTheTablesAreCounted() throws Exception {
    SubjectName subject = new SubjectName("coffee");
    List<PageKey> pages = List.of(page("a"), page("b"), page("c"));
    Journal journal = new Journal(new LocalObjectStore(new LakeDirectory(root)));
    journal.append(subject, new JournalEntry.Pages(pages), 0);
    Path stored = firstPage();
    for (PageKey page : pages.subList(0, 2)) {
      Files.createDirectories(root.resolve(page.key()).getParent());
      Files.copy(stored, root.resolve(page.key()));
      Files.copy(beside(stored), beside(root.resolve(page.key())));
    }

    lake.call("query", "SELECT 1");

    String said =
        "2 pages are not yet in the tables: if no command is at work, one was interrupted; call it"
            + " again, or ./lake rebuild --dir '%s'".formatted(root);
    assertThat(lake.complained()).isEqualTo(said + "\n");
    assertThat(lake.call("status"))
        .contains(said, "1 raw page is named in the journal but missing: " + pages.getLast());
  }

  @Test
  void silverBehindBronzeIsSaid() throws Exception {
    try (Stream<Path> files = Files.walk(root.resolve("silver/tweets"))) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }

    lake.call("query", "SELECT 1");

    assertThat(lake.complained()).contains("3 rows for silver.tweets not yet merged");
  }

  @Test
  void aPageThatIsGoneIsNamedBeforeItsRowsAre() throws Exception {
    Path page = firstPage();
    Files.delete(page);
    String gone = "1 raw page is gone whose rows are in the tables: " + root.relativize(page);

    assertThat(lake.call("status")).contains(gone);
    assertThat(lake.code("rebuild")).isEqualTo(1);
    assertThat(lake.complained()).contains(gone, "nothing was changed", "--yes");
    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("3");

    lake.call("rebuild", "--yes");

    assertThat(lake.complained())
        .contains(
            gone,
            "1 raw page is named in the journal but missing: " + root.relativize(page),
            "from 1 page");
  }

  @Test
  void whatSomebodyHasPutAmongThePagesIsNoPage() throws Exception {
    Path page = firstPage();
    Files.writeString(page.resolveSibling("notes.txt"), "mine");
    Files.copy(page, page.resolveSibling(page.getFileName() + ".bak"));

    lake.call("rebuild");

    assertThat(lake.complained()).contains("from 2 pages");
    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("3");
    lake.importPosts(FIRST + 3);
    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("4");
  }

  @Test
  void pagesWithoutTablesAreALake() throws Exception {
    Files.delete(root.resolve("catalog.db"));
    for (String table : List.of("bronze", "silver")) {
      Files.move(root.resolve(table), folder.resolve(table));
    }

    assertThat(lake.rows("SELECT count(*) FROM tweets")).containsExactly("0");
    assertThat(lake.complained()).contains("2 pages are not yet in the tables");
  }

  private static PageKey page(String digit) {
    return new PageKey(
        new SubjectName("coffee"), LocalDate.EPOCH, PageKey.IMPORTED, digit.repeat(64));
  }

  private Path firstPage() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("raw"))) {
      return files
          .filter(file -> file.toString().endsWith(".json.gz"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path beside(Path page) {
    return page.resolveSibling(page.getFileName() + ".meta.json");
  }
}
