package dev.fedbytweets.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.RecordedMetrics;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuarantineTest {

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final Quarantine quarantine = new Quarantine(store, metrics);

  @Test
  void rowsAreCountedOnceHoweverOftenTheyAreQuarantined() {
    quarantine("page-00001.json.gz", "{\"reason\":\"a\"}", "{\"reason\":\"b\"}");
    quarantine("page-00002.json.gz", "{\"reason\":\"c\"}");

    quarantine("page-00001.json.gz", "{\"reason\":\"a\"}", "{\"reason\":\"b\"}");

    assertThat(metrics.count(Metric.ROWS_QUARANTINED)).isEqualTo(3);
    assertThat(store.list("quarantine/bronze.tweets/", "")).hasSize(2);
  }

  @Test
  void noRowsAreNoObjectAndNoMetric() {
    quarantine("page-00001.json.gz");

    assertThat(metrics.count(Metric.ROWS_QUARANTINED)).isZero();
    assertThat(store.list("", "")).isEmpty();
  }

  private void quarantine(String page, String... lines) {
    quarantine.add(Layer.BRONZE, Entity.TWEETS, page, List.of(lines));
  }
}
