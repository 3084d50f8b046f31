package dev.fedbytweets.local.run;

import static dev.fedbytweets.local.run.ForgettingLake.BATCH;
import static dev.fedbytweets.local.run.ForgettingLake.POST;
import static dev.fedbytweets.local.run.ForgettingLake.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.core.faults.FaultInjector.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A request to forget that is killed at any change and finished later leaves the lake as an
/// undisturbed one does. What was forgotten does not come back.
class ForgetFaultsTest {

  /// What is killed: at what only reads, a kill leaves what one at the change before leaves.
  /// `TableDeletionTest` breaks every operation on a table.
  private static final Pattern CHANGES =
      Pattern.compile("write .*|replace .*|commit|delete parquet");

  private static final String PAGE =
      """
      {"data":[{"id":"1700000000000000001","text":"a","author_id":"7","created_at":"2023-09-08T10:00:00.000Z",\
      "attachments":{"media_keys":["3_1699999999999999999"]}},\
      {"id":"1700000000000000002","text":"b","author_id":"44196397","conversation_id":"1700000000000000001"},\
      {"id":"1700000000000000003","text":"c","author_id":"7","in_reply_to_user_id":"44196397",\
      "conversation_id":"1700000000000000001",\
      "referenced_tweets":[{"type":"quoted","id":"1700000000000000002"},{"type":"replied_to","id":"1600000000000000000"}],\
      "entities":{"mentions":[{"start":0,"end":2,"username":"u","id":"44196397"}],\
      "urls":[{"start":0,"end":2,"url":"https://t.co/x","expanded_url":"https://twitter.com/u/status/1700000000000000001"}]}},\
      {"id":"1700000000000000004","text":"d","author_id":"7","geo":{"place_id":"p1"}},\
      {"id":"1700000000000000005","text":"RT @u: b","author_id":"7",\
      "referenced_tweets":[{"type":"retweeted","id":"1700000000000000002"}]}],\
      "includes":{"users":[{"id":"44196397","username":"u","name":"U"},\
      {"id":"7","username":"v","name":"V","pinned_tweet_id":"1700000000000000001"}],\
      "places":[{"id":"p1","full_name":"P"}],\
      "media":[{"media_key":"3_1699999999999999999","type":"photo","url":"https://pbs.twimg.com/x.jpg"}]},\
      "meta":{"result_count":5,"newest_id":"1700000000000000005","oldest_id":"1700000000000000001"}}
      """;

  private static final String OLD_POST =
      """
      {"id":1500000000000000001,"id_str":"1500000000000000001","created_at":"Sat Mar 05 06:24:37 +0000 2022",\
      "full_text":"old","user":{"id":44196397,"id_str":"44196397","screen_name":"u","name":"U"}}
      {"id":1500000000000000002,"id_str":"1500000000000000002","created_at":"Sat Mar 05 06:24:38 +0000 2022",\
      "full_text":"old 2","in_reply_to_user_id_str":"44196397",\
      "user":{"id":7,"id_str":"7","screen_name":"v","name":"V"}}
      """;

  @TempDir private Path folder;
  private List<Path> files;

  @BeforeEach
  void writeFiles() throws IOException {
    files =
        List.of(
            Files.writeString(folder.resolve("page.json"), PAGE),
            Files.writeString(folder.resolve("old.jsonl"), OLD_POST));
  }

  @Test
  void whatIsForgottenIsNowhereAndTheRestIsAsTablesRebuiltFromThePagesHaveIt() {
    ForgettingLake lake = new ForgettingLake(files);
    lake.imports();
    lake.fulfil();

    assertThat(lake.forget().finish(BATCH).isClean()).isTrue();
    assertThat(lake.objects())
        .allSatisfy((key, content) -> assertThat(content).doesNotContain(POST, USER));
    assertThat(lake.ids())
        .containsExactly(1500000000000000002L, 1700000000000000003L, 1700000000000000004L);
    assertThat(lake.rows().toString())
        .contains("referencedType=replied_to, referencedId=1600000000000000000")
        .doesNotContain(POST, USER, "placeId=p1", "x.jpg");
    assertThat(lake.rebuilt().rows()).isEqualTo(lake.rows());
  }

  @Test
  void anImportBringsNothingBackUnlessTheTombstoneIsLifted() throws IOException {
    ForgettingLake lake = new ForgettingLake(files);
    lake.imports();
    lake.fulfil();
    assertThat(lake.imports().stored()).isZero();
    Path other = folder.resolve("other.json");
    Files.writeString(other, PAGE.replace("\"text\":\"a\"", "\"text\":\"a new page\""));
    assertThat(lake.imports(List.of(other)).stored()).isOne();
    assertThat(lake.objects())
        .allSatisfy((key, content) -> assertThat(content).doesNotContain(POST, USER));
    assertThat(lake.ids()).doesNotContain(Long.valueOf(POST));

    lake.forget().lift(BATCH);
    Files.writeString(other, PAGE.replace("\"text\":\"a\"", "\"text\":\"another\""));
    lake.imports(List.of(other));
    assertThat(lake.ids()).contains(Long.valueOf(POST));
  }

  @ParameterizedTest
  @EnumSource
  void everyChangeMayBreak(Moment moment) {
    ForgettingLake undisturbed = new ForgettingLake(files);
    undisturbed.imports();
    undisturbed.faults().heal();
    undisturbed.fulfil();
    List<String> operations = undisturbed.faults().operations();
    Map<String, String> rows = undisturbed.rows();
    Map<String, String> objects = undisturbed.objects();

    int broken = 0;
    for (int operation = 0; operation < operations.size(); operation++) {
      if (!CHANGES.matcher(operations.get(operation)).matches()) {
        continue;
      }
      broken++;
      ForgettingLake lake = new ForgettingLake(files);
      lake.imports();
      lake.faults().breakOperation(operation, moment);
      isKilled(lake::fulfil);
      String where = moment + " " + operations.get(operation) + " " + operation;
      lake.faults().heal();
      List<String> pending = lake.forget().pending();
      if (!pending.isEmpty()) {
        assertThat(lake.forget().finish(BATCH).isClean()).as(where).isTrue();
      } else if (new Tombstones(lake.store()).find(BATCH).isEmpty()) {
        lake.fulfil();
      }

      assertThat(lake.rows()).as(where).isEqualTo(rows);
      assertThat(lake.objects()).as(where).isEqualTo(objects);
      assertThat(lake.forget().finish(BATCH).isClean()).as(where).isTrue();
    }
    assertThat(broken).isGreaterThan(25);
  }

  private static void isKilled(Runnable work) {
    try {
      work.run();
    } catch (FaultInjector.Killed | RetryableException _) {
      // As it is meant to be.
    }
  }
}
