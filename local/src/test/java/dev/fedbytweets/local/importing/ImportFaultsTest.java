package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.Responses.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry.Pages;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.processraw.ProcessRaw;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An import that is killed at any operation and run again leaves the lake as an undisturbed one
/// does, also if pages were brought into bronze in between, or this was killed too.
class ImportFaultsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir private Path folder;
  private List<Path> files;

  enum Between {
    NOTHING,
    PROCESSED,
    PROCESSING_KILLED
  }

  @BeforeEach
  void writeFiles() {
    ImportFixture fixture = new ImportFixture(folder);
    files =
        List.of(
            fixture.file(
                "a.jsonl", String.join("\n", page("11"), "{\"id\":\"1\"}", page("11"), page("12"))),
            fixture.file("b.json", "{\"data\":[%s,%s]}".formatted(page("11"), page("13"))));
  }

  @ParameterizedTest
  @CsvSource({
    "BEFORE, NOTHING", "BEFORE, PROCESSED", "BEFORE, PROCESSING_KILLED",
    "AFTER, NOTHING", "AFTER, PROCESSED", "AFTER, PROCESSING_KILLED"
  })
  void everyOperationMayBreak(Moment moment, Between between) {
    Lake undisturbed = new Lake();
    undisturbed.imports();
    int operations = undisturbed.storeFaults.operations().size();
    undisturbed.process();
    List<String> rows = undisturbed.rows();

    for (int operation = 0; operation < operations; operation++) {
      Lake lake = new Lake();
      lake.storeFaults.breakOperation(operation, moment);
      boolean killed = isKilled(lake::imports);
      String broken = lake.storeFaults.operations().getLast();
      lake.storeFaults.heal();
      lake.meanwhile(between, operation);
      ImportReport report = lake.imports();
      lake.process();

      assertThat(killed).as(broken).isTrue();
      assertThat(report.pages()).as(broken).isEqualTo(5);
      assertThat(lake.objects("raw/")).as(broken).isEqualTo(undisturbed.objects("raw/"));
      assertThat(lake.objects("quarantine/"))
          .as(broken)
          .isEqualTo(undisturbed.objects("quarantine/"));
      assertThat(lake.announced()).as(broken).containsAll(lake.keys());
      assertThat(lake.rows()).as(broken).isEqualTo(rows);
    }
    assertThat(operations).isGreaterThan(8);
    assertThat(rows).hasSize(6);
  }

  private static boolean isKilled(Runnable work) {
    try {
      work.run();
      return false;
    } catch (FaultInjector.Killed | RetryableException e) {
      return true;
    }
  }

  private final class Lake {

    private final MemoryObjectStore store = new MemoryObjectStore();
    private final FaultInjector storeFaults = new FaultInjector();
    private final FaultInjector tableFaults = new FaultInjector();
    private final LakeTables tables = FaultyCatalog.emptyLake(tableFaults);

    ImportReport imports() {
      return new Importer(
              new FaultyObjectStore(store, storeFaults),
              InstantSource.fixed(NOW),
              2,
              0,
              InputStream.nullInputStream())
          .importAll(ImportFixture.SUBJECT, files, ImportProgress.NONE);
    }

    void process() {
      ProcessRaw processRaw =
          new ProcessRaw(tables, store, InstantSource.fixed(NOW), 2, Metrics.NONE);
      processRaw.process(new ProcessRawInput(new Run(new RunName("run-1"), NOW)), Instant.MAX);
    }

    void meanwhile(Between between, int operation) {
      switch (between) {
        case NOTHING -> {}
        case PROCESSED -> process();
        case PROCESSING_KILLED -> {
          tableFaults.breakOperation(20 + 5 * operation, Moment.AFTER);
          isKilled(this::process);
          tableFaults.heal();
        }
      }
    }

    Map<String, String> objects(String prefix) {
      return ImportFixture.contents(store, prefix);
    }

    List<PageKey> keys() {
      return objects("raw/").keySet().stream().map(PageKey::ofKey).toList();
    }

    List<PageKey> announced() {
      Journal journal = new Journal(store);
      return journal.from(ImportFixture.SUBJECT, 1).stream()
          .flatMap(number -> ((Pages) journal.read(ImportFixture.SUBJECT, number)).pages().stream())
          .toList();
    }

    /// Of all four tables, each row as text.
    List<String> rows() {
      return Stream.of(
              BronzeDefinitions.TWEETS,
              BronzeDefinitions.USERS,
              BronzeDefinitions.PLACES,
              BronzeDefinitions.MEDIA)
          .flatMap(this::rows)
          .sorted()
          .toList();
    }

    private Stream<String> rows(TableDefinition<?> definition) {
      return TableContents.of(tables.table(definition), definition).stream().map(Object::toString);
    }
  }
}
