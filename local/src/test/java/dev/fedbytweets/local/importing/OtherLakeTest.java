package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.ImportFixture.counts;
import static dev.fedbytweets.local.importing.ImportFixture.reasons;
import static dev.fedbytweets.local.importing.Responses.gzip;
import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry.Pages;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages of another lake keep what is known about them.
class OtherLakeTest {

  private static final SubjectName TEA = new SubjectName("tea");
  private static final PageKey KEY =
      PageKey.numbered(TEA, LocalDate.of(2026, 11, 20), new RunName("run-7"), 3);
  private static final Instant RETRIEVED = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path folder;
  private ObjectStore other;
  private ImportFixture lake;

  @BeforeEach
  void open() throws IOException {
    lake = new ImportFixture(folder);
    other = lakeIn("other");
    write(other, KEY, page("1"));
    Files.writeString(folder.resolve("other/catalog.db"), "SQLite format 3\0");
  }

  @Test
  void pagesKeepTheirKeyBodyAndMetadata() {
    ImportReport report = importsLake("other");

    assertThat(counts(report)).containsExactly(1, 1, 1, 0, 1, 0, 0, 0);
    assertThat(lake.keys()).containsExactly(KEY);
    assertSame(KEY, other);
    assertThat(lake.metadata(KEY).retrievedAt()).isEqualTo(RETRIEVED);
    Journal journal = new Journal(lake.store());
    assertThat(journal.read(TEA, 1)).isEqualTo(new Pages(List.of(KEY)));
  }

  @Test
  void importingItTwiceAddsNothing() {
    importsLake("other");
    List<String> before = lake.store().list("", "").toList();

    ImportReport report = importsLake("other/raw");

    assertThat(counts(report)).containsExactly(1, 1, 0, 1, 0, 0, 0, 0);
    assertThat(lake.store().list("", "").toList()).isEqualTo(before);
  }

  @Test
  void importingALakeIntoItselfAddsNothing() {
    List<String> before = other.list("", "").toList();

    ImportReport report =
        new Importer(other, InstantSource.system())
            .importAll(
                Optional.empty(),
                SourceFiles.find(List.of(folder.resolve("other"))),
                ImportProgress.NONE);

    assertThat(counts(report)).containsExactly(1, 1, 0, 1, 0, 0, 0, 0);
    assertThat(other.list("", "").toList()).isEqualTo(before);
  }

  @Test
  void ofAFolderWithALakeInItThePagesAreTaken() {
    lake.file("other/quarantine/import/x.json.gz", gzip(utf8("junk")));
    lake.file("other/state/y", "junk");
    lake.file("more.jsonl", page("2"));

    ImportReport report = lake.imports(folder);

    assertThat(reasons(report)).isEmpty();
    assertThat(lake.keys()).hasSize(2).contains(KEY);
  }

  @Test
  void anotherPageUnderTheSameKeyIsKeptToo() {
    write(lake.store(), KEY, page("other"));

    ImportReport first = importsLake("other");
    ImportReport second = importsLake("other");

    assertThat(first.stored()).isEqualTo(1);
    assertThat(second.duplicates()).isEqualTo(1);
    assertThat(lake.pages()).containsExactlyInAnyOrder(page("1"), page("other"));
    PageKey added = lake.keys().stream().filter(key -> !key.equals(KEY)).findFirst().orElseThrow();
    assertThat(added.run()).isEqualTo(PageKey.IMPORTED);
    assertThat(lake.metadata(added).retrievedAt()).isEqualTo(RETRIEVED);
  }

  @Test
  void aPageThatIsNotAsItWasIsReadAsAFileOfItsSubject() throws IOException {
    Files.write(folder.resolve("other").resolve(KEY.key()), gzip(utf8(page("2"))));

    ImportReport report = importsLake("other");

    assertThat(report.stored()).isEqualTo(1);
    assertThat(lake.keys().getFirst().subject()).isEqualTo(TEA);
    assertThat(lake.keys().getFirst().run()).isEqualTo(PageKey.IMPORTED);
    assertThat(lake.pages()).containsExactly(page("2"));
  }

  @Test
  void whatAPageWasMadeOfComesAlong() {
    ObjectStore third = lakeIn("third");
    Path posts = lake.file("v1.jsonl", Sources.V1_POST);
    new Importer(third, InstantSource.system()).importAll(TEA, List.of(posts), ImportProgress.NONE);

    importsLake("third");

    PageKey key = lake.keys().getFirst();
    assertThat(ImportFixture.contents(lake.store(), LakeLayout.original(key)))
        .containsValue(Sources.V1_POST);
    assertSame(key, third);
  }

  @Test
  void otherFilesNeedASubject() {
    Path file = lake.file("a.jsonl", page("1"));

    assertThat(SourceFiles.find(List.of(folder.resolve("other"))).withoutSubject()).isEmpty();
    assertThat(SourceFiles.find(List.of(folder)).withoutSubject()).contains(file);
  }

  private void assertSame(PageKey key, ObjectStore origin) {
    StoredObject here = lake.store().read(key.key()).orElseThrow();
    StoredObject there = origin.read(key.key()).orElseThrow();
    assertThat(here.body()).isEqualTo(there.body());
    assertThat(here.metadata()).isEqualTo(there.metadata());
  }

  private ImportReport importsLake(String name) {
    return new Importer(lake.store(), InstantSource.fixed(ImportFixture.NOW))
        .importAll(
            Optional.empty(), SourceFiles.find(List.of(folder.resolve(name))), ImportProgress.NONE);
  }

  private ObjectStore lakeIn(String name) {
    return new LocalObjectStore(new LakeDirectory(folder.resolve(name)));
  }

  private static void write(ObjectStore store, PageKey key, String page) {
    byte[] bytes = utf8(page);
    PageMetadata metadata =
        PageMetadata.imported(RETRIEVED, true, new ByteSlice(bytes, 0, bytes.length).sha256());
    store.writeIfAbsent(key.key(), gzip(bytes), new TreeMap<>(metadata.toMap()));
  }
}
