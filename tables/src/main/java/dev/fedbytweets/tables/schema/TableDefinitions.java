package dev.fedbytweets.tables.schema;

import java.util.List;

/// All tables of a lake.
public final class TableDefinitions {

  /// The eight tables, bronze before silver.
  public static final List<TableDefinition<?>> ALL =
      List.of(
          BronzeDefinitions.TWEETS,
          BronzeDefinitions.USERS,
          BronzeDefinitions.PLACES,
          BronzeDefinitions.MEDIA,
          SilverDefinitions.TWEETS,
          SilverDefinitions.USERS,
          SilverDefinitions.PLACES,
          SilverDefinitions.MEDIA);

  private TableDefinitions() {}
}
