package dev.fedbytweets.processraw;

import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.bronze.BronzeTable;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;

/// The four bronze tables, as they are when they are opened, for one commit to each.
record BronzeTables(
    BronzeTable<Tweet> tweets,
    BronzeTable<User> users,
    BronzeTable<Place> places,
    BronzeTable<Medium> media) {

  static BronzeTables of(LakeTables lake) {
    return new BronzeTables(
        open(lake, BronzeDefinitions.TWEETS),
        open(lake, BronzeDefinitions.USERS),
        open(lake, BronzeDefinitions.PLACES),
        open(lake, BronzeDefinitions.MEDIA));
  }

  private static <R extends Record> BronzeTable<R> open(
      LakeTables lake, TableDefinition<R> definition) {
    return new BronzeTable<>(definition, lake.pinned(definition));
  }
}
