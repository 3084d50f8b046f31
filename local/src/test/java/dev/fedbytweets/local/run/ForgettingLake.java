package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.contracts.forgotten.ForgettingStore;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.forget.Forget;
import dev.fedbytweets.forget.ForgetReport;
import dev.fedbytweets.forget.OtherFiles;
import dev.fedbytweets.local.importing.ImportProgress;
import dev.fedbytweets.local.importing.ImportReport;
import dev.fedbytweets.local.importing.Importer;
import dev.fedbytweets.processraw.ProcessRaw;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import dev.fedbytweets.tosilver.ToSilver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// A lake in memory that imports files, forgets some of what is in them, and breaks on demand.
final class ForgettingLake {

  static final String BATCH = "request-1";
  static final String POST = "1700000000000000001";
  static final String USER = "44196397";

  private static final String PLACED = "1700000000000000004";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-29T04:00:00Z"));

  private final List<Path> files;
  private final MemoryObjectStore store;
  private final FaultInjector faults = new FaultInjector();
  private final LakeTables tables = FaultyCatalog.emptyLake(faults);

  /// @param files that it imports
  ForgettingLake(List<Path> files) {
    this(files, new MemoryObjectStore());
  }

  private ForgettingLake(List<Path> files, MemoryObjectStore store) {
    this.files = files;
    this.store = store;
  }

  FaultInjector faults() {
    return faults;
  }

  MemoryObjectStore store() {
    return store;
  }

  ImportReport imports() {
    return imports(files);
  }

  ImportReport imports(List<Path> files) {
    ImportReport report =
        new Importer(new ForgettingStore(store), CLOCK)
            .importAll(new SubjectName("coffee"), files, ImportProgress.NONE);
    process();
    return report;
  }

  /// The tables that this lake's pages make.
  ForgettingLake rebuilt() {
    ForgettingLake lake = new ForgettingLake(files, store);
    lake.process();
    return lake;
  }

  Forget forget() {
    return new Forget(tables, new FaultyObjectStore(store, faults), OtherFiles.NONE, CLOCK);
  }

  void fulfil() {
    Forget forget = forget();
    forget.begin(
        BATCH,
        Map.of(
            ForgottenKind.POST, List.of(POST),
            ForgottenKind.USER, List.of(USER),
            ForgottenKind.SCRUB_GEO, List.of(PLACED)),
        Optional.of("asked for"));
    ForgetReport report = forget.finish(BATCH);
    assertThat(report.search().found()).isEmpty();
  }

  void process() {
    Run run = new Run(new RunName("run-1"), CLOCK.instant());
    new ProcessRaw(tables, store, CLOCK, 100, Metrics.NONE, new Tombstones(store)::forgotten)
        .process(new ProcessRawInput(run), Instant.MAX);
    ToSilver toSilver = new ToSilver(tables, store, CLOCK, 1_000, Metrics.NONE);
    for (Entity entity : Entity.values()) {
      toSilver.merge(new ToSilverInput(run, entity), Instant.MAX);
    }
  }

  List<Long> ids() {
    return TableContents.of(tables.table(SilverDefinitions.TWEETS), SilverDefinitions.TWEETS)
        .stream()
        .map(row -> row.id())
        .sorted()
        .toList();
  }

  Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    TableDefinitions.ALL.forEach(table -> rows.put(table.toString(), rows(table)));
    return rows;
  }

  private <R extends Record> String rows(TableDefinition<R> table) {
    return TableContents.of(tables.table(table), table).stream()
        .map(Object::toString)
        .sorted()
        .toList()
        .toString();
  }

  /// All objects, inflated; not tombstones and reports.
  Map<String, String> objects() {
    Map<String, String> objects = new TreeMap<>();
    try (Stream<String> keys = store.list("", "")) {
      keys.filter(key -> !key.startsWith(LakeLayout.FORGOTTEN))
          .forEach(key -> objects.put(key, content(key, store.read(key).orElseThrow())));
    }
    return objects;
  }

  private String content(String key, StoredObject object) {
    try {
      byte[] content =
          key.endsWith(".gz")
              ? new GZIPInputStream(new ByteArrayInputStream(object.body())).readAllBytes()
              : object.body();
      return new String(content, StandardCharsets.UTF_8) + object.metadata();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
