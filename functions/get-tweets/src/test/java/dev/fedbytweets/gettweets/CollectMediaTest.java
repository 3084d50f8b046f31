package dev.fedbytweets.gettweets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.step.GetTweetsOutput;
import dev.fedbytweets.xstandin.endpoint.Answer;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Media are asked for where the subject says so, and what X charges for them is counted.
class CollectMediaTest {

  private static final String PAGE =
      """
      {"data":[{"id":"1995000000000000001","attachments":{"media_keys":["3_1","3_2"]}}],
       "includes":{"users":[{"id":"12"}],"media":[{"media_key":"3_1"},{"media_key":"3_2"}]},
       "meta":{"result_count":1,"newest_id":"1995000000000000001",
               "oldest_id":"1995000000000000001"}}
      """;

  private final MemoryLake lake = new MemoryLake();

  @Test
  void mediaAreAskedForAndCounted() {
    lake.subject = lake.subject.withMedia();
    lake.standIn.answerNext(Answer.json(200, PAGE));

    GetTweetsOutput output = lake.collect("first");

    assertThat(asked()).containsKey("media.fields").containsKey("expansions");
    assertThat(output.mediaRead()).isEqualTo(2);
    assertThat(output.estimatedChargeUsd()).isEqualByComparingTo("0.015");
    assertThat(lake.metrics.sum(Metric.ESTIMATED_CHARGE_USD)).isEqualByComparingTo("0.015");
    assertThat(lake.metrics.count(Metric.POSTS_READ)).isEqualTo(1);
    assertThat(lake.checkpoint().posts().totalMedia()).isEqualTo(2);
    assertThat(lake.checkpoint().posts().media()).isEqualTo(Map.of(YearMonth.of(2026, 11), 2L));
  }

  @Test
  void withoutTheSettingTheyAreNot() {
    lake.posts.postEachMinute(MemoryLake.NOON.minusSeconds(60), 3);

    GetTweetsOutput output = lake.collect("first");

    assertThat(asked()).doesNotContainKey("media.fields");
    assertThat(output.mediaRead()).isZero();
    assertThat(lake.checkpoint().posts().media()).isEmpty();
  }

  private Map<String, String> asked() {
    return lake.standIn.log().requests().getFirst().parameters();
  }
}
