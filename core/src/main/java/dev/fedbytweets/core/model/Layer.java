package dev.fedbytweets.core.model;

import java.util.List;

/// The states of what a lake keeps: as received; clean, with one row for each key; and what is said
/// about it.
public enum Layer {
  BRONZE,
  SILVER,
  GOLD;

  /// The form used in names of databases, schemas and folders.
  public String lowerCase() {
    return switch (this) {
      case BRONZE -> "bronze";
      case SILVER -> "silver";
      case GOLD -> "gold";
    };
  }

  /// Its tables.
  public List<TableName> tables() {
    return switch (this) {
      case BRONZE, SILVER -> List.of(Entity.values());
      case GOLD -> List.of(GoldTable.values());
    };
  }
}
