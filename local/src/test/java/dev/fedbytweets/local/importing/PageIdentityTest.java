package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Under which key a page lies and when it counts as retrieved.
class PageIdentityTest {

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  @Test
  void aPageIsNamedByTheHashOfItsBytes() {
    String page = page("1538600000000000000");

    lake.imports(lake.file("a.json", page));

    byte[] bytes = utf8(page);
    String sha256 = new ByteSlice(bytes, 0, bytes.length).sha256();
    PageKey expected =
        new PageKey(ImportFixture.SUBJECT, LocalDate.of(2022, 6, 19), PageKey.IMPORTED, sha256);
    assertThat(lake.keys()).containsExactly(expected);
    assertThat(lake.metadata(expected).sha256()).isEqualTo(sha256);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // What twarc noted counts first.
        "{'data':[{'id':'1538600000000000000'}],'__twarc':{'retrieved_at':'2023-04-07T21:39:36+00:00'}}"
            + " | 2023-04-07",
        "{'__twarc':{'retrieved_at':'2023-04-07T23:30:00-03:00'},'meta':{}} | 2023-04-08",
        "{'__twarc':{'retrieved_at':'2023-04-07T23:30:00'},'meta':{}} | 2023-04-07",
        // Then the newest post.
        "{'meta':{'newest_id':'1644454844281810947','oldest_id':'1538600000000000000'}} |"
            + " 2023-04-07",
        "{'data':[{'id':'1538600000000000000'},{'id':'1644454844281810947'},{'id':'1'}]} |"
            + " 2023-04-07",
        "{'data':[{'id':1644454844281810947}],'meta':{'newest_id':'x'}} | 2023-04-07",
        "{'data':{'id':'1538600000000000000'}} | 2022-06-19",
        "{'data':[{'id':'17','created_at':'2009-01-02T03:04:05.000Z'},{'created_at':'2008-01-01T00:00:00Z'}]}"
            + " | 2009-01-02",
        // What cannot be a time counts as not said.
        "{'meta':{},'__twarc':{'retrieved_at':'yesterday'}} | 1970-01-01",
        "{'meta':{},'__twarc':{'retrieved_at':'+99999-01-01T00:00:00Z'}} | 1970-01-01",
        "{'meta':{},'__twarc':{'retrieved_at':{'a':[1]}}} | 1970-01-01",
        "{'meta':[],'__twarc':7,'data':null} | 1970-01-01",
        "{'meta':{'newest_id':'99999999999999999999'},'data':[{'id':'-5'},3,null,[{}]]} |"
            + " 1970-01-01",
        "{'includes':{'tweets':[{'id':'1538600000000000000'}]}} | 1970-01-01",
      })
  void theDayFollowsFromTheContent(String page, LocalDate expected) {
    lake.imports(lake.file("a.json", page.replace('\'', '"')));

    assertThat(lake.keys()).extracting(PageKey::date).containsExactly(expected);
  }

  @Test
  void whatThePageSaysIsWhenItWasRetrieved() {
    lake.imports(
        lake.file(
            "a.json",
            "{\"meta\":{},\"__twarc\":{\"retrieved_at\":\"2023-04-07T21:39:36.1234567+02:00\"}}"));

    assertThat(retrievedAt()).isEqualTo(Instant.parse("2023-04-07T19:39:36.123456Z"));
  }

  @Test
  void elseItIsEstimatedByTheNewestPostWhateverTheTimeOfTheFile() throws IOException {
    Path file = lake.file("a.json", page("1538600000000000000"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-06-20T08:00:00Z")));

    lake.imports(file);

    assertThat(retrievedAt()).isEqualTo(Snowflake.timeOf(1538600000000000000L));
    assertThat(lake.metadata(lake.keys().getFirst()).isRetrievedAtKnown()).isFalse();
  }

  @Test
  void anEstimateIsNotAfterNow() {
    lake.imports(lake.file("a.json", page("4538600000000000000")));

    assertThat(retrievedAt()).isEqualTo(Instant.parse("2026-11-21T10:00:00.123456Z"));
  }

  @Test
  void nothingElseIsKnownOfAnImportedPage() {
    lake.imports(lake.file("a.json", page("1538600000000000000")));

    PageKey key = lake.keys().getFirst();
    PageMetadata metadata = lake.metadata(key);
    assertThat(lake.store().read(key.key()).orElseThrow().metadata())
        .isEqualTo(
            Map.of(
                "retrieved-at",
                metadata.retrievedAt().toString(),
                "retrieved-at-known",
                "false",
                "sha256",
                metadata.sha256()));
  }

  private Instant retrievedAt() {
    return lake.metadata(lake.keys().getFirst()).retrievedAt();
  }
}
