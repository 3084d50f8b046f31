package dev.fedbytweets.tables.schema;

import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import java.util.List;
import java.util.stream.Stream;

/// All tables of a lake.
public final class TableDefinitions {

  /// What ingest makes, bronze before silver.
  public static final List<TableDefinition<?>> INGESTED =
      List.of(
          BronzeDefinitions.TWEETS,
          BronzeDefinitions.USERS,
          BronzeDefinitions.PLACES,
          BronzeDefinitions.MEDIA,
          SilverDefinitions.TWEETS,
          SilverDefinitions.USERS,
          SilverDefinitions.PLACES,
          SilverDefinitions.MEDIA);

  /// What is said about it.
  public static final List<TableDefinition<?>> GOLD =
      List.of(
          GoldDefinitions.POST_LABELS,
          GoldDefinitions.VOLUME_BY_HOUR,
          GoldDefinitions.SENTIMENT_BY_DAY,
          GoldDefinitions.TOPICS_BY_DAY,
          GoldDefinitions.TOP_HASHTAGS_BY_DAY,
          GoldDefinitions.TOP_DOMAINS_BY_DAY,
          GoldDefinitions.PLACES_BY_DAY,
          GoldDefinitions.ENGAGEMENT_BY_DAY,
          GoldDefinitions.COLLECTION_BY_RUN,
          GoldDefinitions.MODELS);

  /// All of them, in this order.
  public static final List<TableDefinition<?>> ALL =
      Stream.concat(INGESTED.stream(), GOLD.stream()).toList();

  private TableDefinitions() {}

  /// The table of a layer.
  public static TableDefinition<?> of(Layer layer, TableName name) {
    return ALL.stream()
        .filter(table -> table.layer() == layer && table.name() == name)
        .findAny()
        .orElseThrow();
  }
}
