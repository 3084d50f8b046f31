package dev.fedbytweets.core.model;

/// The two states of every table: as received, and clean with one row for each key.
public enum Layer {
  BRONZE,
  SILVER;

  /// The form used in names of databases, schemas and folders.
  public String lowerCase() {
    return switch (this) {
      case BRONZE -> "bronze";
      case SILVER -> "silver";
    };
  }
}
