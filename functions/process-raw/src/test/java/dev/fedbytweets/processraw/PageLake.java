package dev.fedbytweets.processraw;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultyObjectStore;
import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.core.storage.Journal;
import dev.fedbytweets.core.storage.JournalEntry;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.Table;

/// A lake in memory with announced and stored pages, whose every operation can break.
final class PageLake {

  static final SubjectName COFFEE = new SubjectName("coffee");
  static final SubjectName TEA = new SubjectName("tea");
  static final LocalDate DATE = LocalDate.of(2026, 11, 21);

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final FaultInjector faults = new FaultInjector();
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final ObjectStore faulty = new FaultyObjectStore(store, faults);
  private final FaultyCatalog catalog = FaultyCatalog.empty(faults);
  private final LakeTables tables = catalog.lake();
  private final Journal journal = new Journal(store);

  FaultInjector faults() {
    return faults;
  }

  MemoryObjectStore store() {
    return store;
  }

  RecordedMetrics metrics() {
    return metrics;
  }

  /// Announces that a run stores pages from this one on.
  void announce(SubjectName subject, String run, int firstPage) {
    journal.append(subject, new JournalEntry.From(key(subject, run, firstPage)), 0);
  }

  /// Announces exactly these pages.
  void announce(SubjectName subject, List<PageKey> pages) {
    journal.append(subject, new JournalEntry.Pages(pages), 0);
  }

  /// Stores a page with one post, its author and, on even pages, a place and a picture.
  PageKey store(SubjectName subject, String run, int page) {
    PageKey key = key(subject, run, page);
    String id = Integer.toString(Math.floorMod((subject + run).hashCode(), 1000) * 1000 + page);
    String more =
        page % 2 == 0
            ? ",\"places\":[{\"id\":\"p%s\"}],\"media\":[{\"media_key\":\"3_%s\"}]"
                .formatted(id, id)
            : "";
    String json =
        "{\"data\":[{\"id\":\"%s\",\"text\":\"a\"},{\"text\":\"no id\"}],\"includes\":{\"users\":[{\"id\":\"9%s\"}]%s}}"
            .formatted(id, id, more);
    storeBytes(key, gzip(json));
    return key;
  }

  void storeBytes(PageKey key, byte[] body) {
    store.writeIfAbsent(key.key(), body, PageMetadata.imported(NOW, true, "0".repeat(64)).toMap());
  }

  static PageKey key(SubjectName subject, String run, int page) {
    return PageKey.numbered(subject, DATE, new RunName(run), page);
  }

  ProcessRawOutput process(String run) {
    return process(run, 1000, Instant.MAX);
  }

  ProcessRawOutput process(String run, int pagesAtOnce, Instant deadline) {
    ProcessRaw processRaw =
        new ProcessRaw(tables, faulty, InstantSource.fixed(NOW), pagesAtOnce, metrics);
    return processRaw.process(new ProcessRawInput(new Run(new RunName(run), NOW)), deadline);
  }

  List<Tweet> tweets() {
    return rows(BronzeDefinitions.TWEETS, Comparator.comparing(Tweet::fileName));
  }

  List<User> users() {
    return rows(BronzeDefinitions.USERS, Comparator.comparing(User::fileName));
  }

  List<Place> places() {
    return rows(BronzeDefinitions.PLACES, Comparator.comparing(Place::fileName));
  }

  List<Medium> media() {
    return rows(BronzeDefinitions.MEDIA, Comparator.comparing(Medium::fileName));
  }

  /// Takes a table out of the catalog, as if an earlier version had made the lake.
  void forget(TableDefinition<?> definition) {
    catalog.drop(definition);
  }

  /// Does what another engine may do: commits to each bronze table, and expires all before.
  void commitAndExpireAsOthersDo() {
    for (TableDefinition<?> definition : TableDefinitions.ALL) {
      tables.existing(definition).ifPresent(PageLake::commitAndExpire);
    }
  }

  private static void commitAndExpire(Table table) {
    table.newAppend().commit();
    table.expireSnapshots().expireOlderThan(System.currentTimeMillis() + 1).retainLast(1).commit();
  }

  static byte[] gzip(String json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private <R extends Record> List<R> rows(TableDefinition<R> table, Comparator<R> order) {
    return TableContents.of(tables.table(table), table).stream().sorted(order).toList();
  }
}
