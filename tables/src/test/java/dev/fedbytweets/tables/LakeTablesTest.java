package dev.fedbytweets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.faults.FaultInjector;
import dev.fedbytweets.tables.faults.FaultyCatalog;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import org.apache.iceberg.Table;
import org.apache.iceberg.expressions.Expressions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Tables whose partition fields somebody changed are refused.
class LakeTablesTest {

  private final LakeTables lake = FaultyCatalog.emptyLake(new FaultInjector());

  @ParameterizedTest
  @FieldSource("dev.fedbytweets.tables.schema.TableDefinitions#ALL")
  void aTableIsPartitionedAsItIsDefined(TableDefinition<?> definition) {
    Table created = lake.table(definition);

    assertThat(lake.table(definition).spec()).isEqualTo(created.spec());
  }

  @Test
  void aPartitionFieldThatWasAddedIsRefused() {
    Table tweets = lake.table(SilverDefinitions.TWEETS);
    tweets.updateSpec().addField("lang").addField(Expressions.bucket("id", 16)).commit();

    assertThatThrownBy(() -> lake.table(SilverDefinitions.TWEETS))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("silver.tweets")
        .hasMessageContaining("by [day(created_at), lang, bucket[16](id)]")
        .hasMessageContaining("by [day(created_at)]");
  }

  @Test
  void aPartitionFieldOfATableWithoutPartitionsIsRefused() {
    Table users = lake.table(SilverDefinitions.USERS);
    users.updateSpec().addField("verified").commit();

    assertThatThrownBy(() -> lake.table(SilverDefinitions.USERS))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("silver.users is partitioned by [verified], and must be by []");
  }

  @Test
  void aPartitionFieldThatWasRemovedIsRefused() {
    Table tweets = lake.table(SilverDefinitions.TWEETS);
    tweets.updateSpec().removeField("created_at_day").commit();

    assertThatThrownBy(() -> lake.table(SilverDefinitions.TWEETS))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("by [], and must be by [day(created_at)]");
  }

  @Test
  void aPartitionFieldThatWasRemovedAgainIsForgiven() {
    Table tweets = lake.table(SilverDefinitions.TWEETS);
    tweets.updateSpec().addField("lang").commit();
    tweets.updateSpec().removeField("lang").commit();

    assertThat(lake.table(SilverDefinitions.TWEETS).spec().fields()).hasSize(1);
  }
}
