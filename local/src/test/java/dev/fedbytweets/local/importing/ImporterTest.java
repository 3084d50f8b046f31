package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.ImportFixture.counts;
import static dev.fedbytweets.local.importing.Responses.gzip;
import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry.Pages;
import dev.fedbytweets.core.storage.PageKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import does to a lake, and which files it takes.
class ImporterTest {

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  @Test
  void importingAgainChangesNothing() {
    Path file = lake.file("a.jsonl", page("1") + "\n" + page("2") + "\n{\n");
    ImportReport first = lake.imports(file);
    List<String> before = allKeys();

    ImportReport second = lake.imports(file);

    assertThat(allKeys()).isEqualTo(before);
    assertThat(counts(first)).containsExactly(1, 2, 2, 0, 2, 0, 1, 0);
    assertThat(counts(second)).containsExactly(1, 2, 0, 2, 0, 0, 1, 0);
    assertThat(second.firstRejected()).isEqualTo(first.firstRejected());
  }

  @Test
  void thePageTwiceInOneImportIsStoredOnce() {
    Path lines = lake.file("a.jsonl", page("1") + "\n" + page("2") + "\n" + page("1"));
    Path bundle = lake.file("b.json", gzip(utf8("{\"data\":[" + page("2") + "]}")));

    ImportReport report = lake.imports(lines, bundle);

    assertThat(counts(report)).containsExactly(2, 4, 2, 2, 2, 0, 0, 0);
    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"));
  }

  @Test
  void everyPageIsAnnouncedOnceTwoThousandAtATime() {
    String lines =
        IntStream.range(0, 4_100)
            .mapToObj(i -> page(Integer.toString(i)))
            .collect(Collectors.joining("\n"));

    lake.imports(lake.file("a.jsonl", lines));

    assertThat(announced()).extracting(List::size).containsExactly(2000, 2000, 100);
    assertThat(announced().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(lake.keys());
  }

  @Test
  void whatIsThereAlreadyIsNotAnnouncedAgain() {
    lake.imports(lake.file("a.jsonl", page("1") + "\n" + page("2")));

    lake.imports(lake.file("b.jsonl", page("2") + "\n" + page("3")));

    assertThat(announced()).extracting(List::size).containsExactly(2, 1);
    assertThat(new HashSet<>(announced().get(1))).isEqualTo(withoutKeys(announced().get(0)));
  }

  @Test
  void aFolderGivesItsFilesInOrderWithoutHiddenOnes() throws IOException {
    lake.file("in/b.jsonl", page("2"));
    lake.file("in/a/z.jsonl", page("1"));
    lake.file("in/.hidden.jsonl", page("3"));
    lake.file("in/.git/c.jsonl", page("4"));
    Files.createSymbolicLink(folder.resolve("in/c.jsonl"), lake.file("elsewhere.jsonl", page("5")));
    Files.createSymbolicLink(folder.resolve("in/a/up"), folder.resolve("in"));
    List<Path> files = new ArrayList<>();

    ImportReport report =
        new Importer(lake.store(), InstantSource.system())
            .importAll(
                ImportFixture.SUBJECT,
                List.of(folder.resolve("in")),
                (file, bytes, total) -> files.add(folder.resolve("in").relativize(file)));

    assertThat(report.files()).isEqualTo(3);
    assertThat(files.stream().distinct().map(Path::toString))
        .containsExactly("a/z.jsonl", "b.jsonl", "c.jsonl");
    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("2"), page("5"));
  }

  @Test
  void aFileThatIsNamedTwiceIsReadOnce() {
    Path file = lake.file("in/a.jsonl", page("1"));

    ImportReport report =
        lake.imports(file, folder.resolve("in"), folder.resolve("in/../in/a.jsonl"));

    assertThat(counts(report)).containsExactly(1, 1, 1, 0, 1, 0, 0, 0);
  }

  @Test
  void aHiddenFileIsTakenWhereItIsNamed() {
    assertThat(lake.imports(lake.file(".a.json", page("1"))).stored()).isEqualTo(1);
  }

  @Test
  void progressCountsTheBytesOfAllFiles() {
    Path first = lake.file("a.jsonl", page("1") + "\n" + page("2") + "\nbroken");
    Path second = lake.file("b.jsonl.gz", gzip(utf8(page("3"))));
    long total = size(first) + size(second);
    List<Long> done = new ArrayList<>();
    Set<Long> totals = new HashSet<>();

    new Importer(lake.store(), InstantSource.system())
        .importAll(
            ImportFixture.SUBJECT,
            List.of(first, second),
            (file, bytes, all) -> {
              done.add(bytes);
              totals.add(all);
            });

    assertThat(totals).containsExactly(total);
    assertThat(done).hasSize(6).isSorted().contains(size(first)).endsWith(total);
  }

  private List<List<PageKey>> announced() {
    Journal journal = new Journal(lake.store());
    return journal.from(ImportFixture.SUBJECT, 1).stream()
        .map(number -> ((Pages) journal.read(ImportFixture.SUBJECT, number)).pages())
        .toList();
  }

  private Set<PageKey> withoutKeys(List<PageKey> keys) {
    Set<PageKey> others = new HashSet<>(lake.keys());
    keys.forEach(others::remove);
    return others;
  }

  private List<String> allKeys() {
    return lake.store().list("", "").toList();
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
