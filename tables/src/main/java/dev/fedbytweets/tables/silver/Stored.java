package dev.fedbytweets.tables.silver;

import java.time.Instant;

/// The columns of a silver row that decide what a newer look changes. Columns that the table does
/// not have are null.
public record Stored(
    Object id,
    String subject,
    Instant retrievedAt,
    Instant firstRetrievedAt,
    String fileName,
    Long originalId,
    Boolean isLatestEdit) {

  Key key() {
    return new Key(id, subject);
  }
}
