package dev.fedbytweets.tables.maintenance;

import java.util.Objects;

/// A file in a table's folder that nothing names any more.
///
/// @param location as the table's file access lists it
/// @param bytes its size
/// @param reason why it can go
public record RemovableFile(String location, long bytes, Reason reason) {

  /// Why a file can go.
  public enum Reason {
    /// Only snapshots that are expired named it.
    EXPIRED_SNAPSHOT,
    /// Nothing names it, and it is too old to be part of a commit that is still to come.
    ORPHAN
  }

  public RemovableFile {
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(reason, "reason");
  }
}
