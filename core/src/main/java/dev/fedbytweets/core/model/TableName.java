package dev.fedbytweets.core.model;

import dev.fedbytweets.core.failure.RejectedException;

/// A table within its [Layer]: what the lake keeps, or what it says about that.
public sealed interface TableName permits Entity, GoldTable {

  /// The form used in names of tables and in the events of the steps.
  String lowerCase();

  /// The reverse of [#lowerCase()].
  ///
  /// @throws RejectedException if there is no such table
  static TableName named(String name) {
    for (GoldTable table : GoldTable.values()) {
      if (table.lowerCase().equals(name)) {
        return table;
      }
    }
    return Entity.named(name);
  }
}
