package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.Sources.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.SilverMedium;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ToSilverInput;
import dev.fedbytweets.core.storage.MemoryObjectStore;
import dev.fedbytweets.processraw.ProcessRaw;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableContents;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tosilver.ToSilver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures and their alt texts reach `silver.media`, whatever people kept them in, and posts name
/// them.
class ImportedMediaTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static final String PAGE =
      json(
          """
          {'data':[{'id':'1538650379528839001','text':'x','attachments':{'media_keys':['7_1']}}],
           'includes':{'media':[{'media_key':'7_1','type':'video','alt_text':'A video',
            'variants':[{'bit_rate':256000,'content_type':'video/mp4','url':'https://example.org/v'}]}]}}
          """
              .replace("\n", ""));

  private static final String ARCHIVED =
      json(
          """
          {'tweet':{'id_str':'1538650379528839002','full_text':'x','created_at':'Sun Jun 19 22:30:11 +0000 2022',
           'extended_entities':{'media':[{'id_str':'55','type':'photo','media_url_https':'https://example.org/55.jpg'}]}}}
          """
              .replace("\n", ""));

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final LakeTables tables = FaultyCatalog.emptyLake(new FaultInjector());

  @TempDir private Path folder;

  @Test
  void altTextsOfEverySourceReachSilver() throws IOException {
    file("page.json", PAGE);
    file("flat.jsonl", Sources.FLATTENED);
    file("v1.jsonl", Sources.V1_POST);
    file("archive/tweets.js", Sources.script("tweets", ARCHIVED));
    file(
        "academic/data_1.json",
        json("[{'id':'1538650379528839003','text':'x','attachments':{'media_keys':['3_77']}}]"));
    file(
        "academic/users_1.json",
        json("{'users':[],'media':[{'media_key':'3_77','type':'photo','alt_text':'A cup'}]}"));

    importAndMerge();

    assertThat(rows(SilverDefinitions.MEDIA))
        .extracting(SilverMedium::mediaKey, SilverMedium::type, SilverMedium::altText)
        .containsExactlyInAnyOrder(
            tuple("7_1", "video", "A video"),
            tuple("3_9", "photo", "alt"),
            tuple("3_99", "photo", "A cake"),
            tuple("3_55", "photo", null),
            tuple("3_77", "photo", "A cup"));
    assertThat(rows(SilverDefinitions.TWEETS))
        .filteredOn(tweet -> tweet.mediaKeys() != null)
        .flatExtracting(SilverTweet::mediaKeys)
        .containsExactlyInAnyOrder("7_1", "3_9", "3_99", "3_55", "3_77");
  }

  private void file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private void importAndMerge() {
    new Importer(store, InstantSource.fixed(NOW), 2, 2, InputStream.nullInputStream())
        .importAll(ImportFixture.SUBJECT, List.of(folder), ImportProgress.NONE);
    Run run = new Run(new RunName("run-1"), NOW);
    new ProcessRaw(tables, store, InstantSource.fixed(NOW), 100, Metrics.NONE)
        .process(new ProcessRawInput(run), Instant.MAX);
    ToSilver toSilver = new ToSilver(tables, store, InstantSource.fixed(NOW), 100, Metrics.NONE);
    for (Entity table : Entity.values()) {
      toSilver.merge(new ToSilverInput(run, table), Instant.MAX);
    }
  }

  private <R extends Record> List<R> rows(TableDefinition<R> table) {
    return TableContents.of(tables.table(table), table);
  }
}
