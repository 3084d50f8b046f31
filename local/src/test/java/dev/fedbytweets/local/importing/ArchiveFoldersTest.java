package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.ImportFixture.counts;
import static dev.fedbytweets.local.importing.Packed.files;
import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static dev.fedbytweets.local.importing.Sources.json;
import static dev.fedbytweets.local.importing.Sources.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.storage.PageKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders of academictwitteR and archives of X, whose files belong together.
class ArchiveFoldersTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  @Test
  void aFolderOfAcademicTwitterIsReadInPairs() throws IOException {
    lake.file(
        "in/data_9.json",
        json(
            "[{'id':'1538650379528839168','text':'x','author_id':'1','entities':{'urls':{}},'attachments':{'media_keys':{}}}]"));
    lake.file(
        "in/users_9.json",
        json("{'users':[{'id':'1','username':'a','url':''}],'tweets':[{'id':'2','text':'y'}]}"));
    lake.file(
        "in/users_8.json",
        json("{'users':[{'id':'3','username':'c','created_at':'2020-01-02T03:04:05.000Z'}]}"));

    ImportReport report = lake.imports(folder.resolve("in"));

    assertThat(counts(report)).containsExactly(3, 2, 2, 0, 1, 0, 0, 0);
    assertThat(lake.keys())
        .extracting(PageKey::date)
        .containsExactly(LocalDate.of(2020, 1, 2), LocalDate.of(2022, 6, 19));
    assertThat(JSON.readTree(lake.pages().getLast()))
        .isEqualTo(
            tree(
                """
                {'data':[{'id':'1538650379528839168','text':'x','author_id':'1'}],
                 'includes':{'tweets':[{'id':'2','text':'y'}],'users':[{'id':'1','username':'a','url':''}]},
                 'meta':{'result_count':1}}
                """));
  }

  @Test
  void aNameLikeThatOfAcademicTwitterDoesNotHideAFile() {
    lake.file("in/data_1.json", page("1"));
    lake.file("in/users_1.json", json("{'users':[{'id':'1','username':'a'}]}"));

    ImportReport report = lake.imports(folder.resolve("in"));

    assertThat(report.stored()).isEqualTo(2);
    assertThat(lake.pages()).contains(page("1"));
  }

  @Test
  void thePostsOfAnArchiveOfXAreByItsAccount() throws IOException {
    String post =
        json(
            "{'tweet':{'id_str':'1538650379528839168','full_text':'x','created_at':'Sun Jun 19 22:30:11 +0000 2022'}}");
    String account =
        json(
            "{'account':{'email':'a@example.org','accountId':'42','username':'a','accountDisplayName':'A','createdAt':'2010-01-01T00:00:00.000Z'}}");
    Path posts = lake.file("data/tweets.js", script("tweets", post));
    lake.file("data/account.js", script("account", account));
    lake.file("data/like.js", script("like", json("{'like':{'tweetId':'1'}}")));
    lake.file("data/direct-messages.js", script("direct_messages", "{\"dmConversation\":{}}"));

    ImportReport report = lake.imports(folder.resolve("data"));
    ImportReport alone = lake.imports(posts);

    assertThat(counts(report)).containsExactly(4, 1, 1, 0, 1, 0, 2, 0);
    assertThat(report.groups())
        .singleElement()
        .asString()
        .contains("2 times it is a part of an archive of X without posts", "(direct_messages)");
    assertThat(report.gaps()).isEqualTo(SourceGaps.NONE);
    assertThat(alone.duplicates()).isEqualTo(1);
    JsonNode page = onlyPage();
    assertThat(page.at("/data/0/author_id").asText()).isEqualTo("42");
    assertThat(page.at("/includes/users/0"))
        .isEqualTo(
            tree("{'id':'42','username':'a','name':'A','created_at':'2010-01-01T00:00:00.000Z'}"));
    assertThat(lake.quarantined()).isEmpty();
    assertThat(lake.pages() + ImportFixture.contents(lake.store(), "originals/").toString())
        .doesNotContain("example.org");
  }

  @Test
  void theAccountIsFoundInAZipWhateverTheOrder() throws IOException {
    byte[] posts = utf8(script("tweets", json("{'tweet':{'id_str':'1','full_text':'x'}}")));
    byte[] account = utf8(script("account", json("{'account':{'accountId':'42','username':'a'}}")));

    lake.imports(
        lake.file("x.zip", Packed.zip(files("data/tweets.js", posts, "data/account.js", account))));

    assertThat(onlyPage().at("/data/0/author_id").asText()).isEqualTo("42");
  }

  private JsonNode onlyPage() throws IOException {
    assertThat(lake.pages()).hasSize(1);
    return JSON.readTree(lake.pages().getFirst());
  }

  private static JsonNode tree(String text) throws IOException {
    return JSON.readTree(json(text));
  }
}
