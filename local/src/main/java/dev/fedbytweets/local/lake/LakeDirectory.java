package dev.fedbytweets.local.lake;

import java.nio.file.Path;

/// Where things are in the folder of a local lake. Beside what is named here, the keys of objects
/// are paths in it, as in the bucket on AWS.
///
/// @param root the folder, absolute
public record LakeDirectory(Path root) {

  public LakeDirectory {
    root = root.toAbsolutePath().normalize();
  }

  /// The catalog of the tables, a SQLite file that Iceberg's JDBC catalogs read.
  public Path catalog() {
    return root.resolve("catalog.db");
  }

  /// The log of the commands and of the functions that they run.
  public Path log() {
    return root.resolve("lake.log");
  }

  /// Held by the process that changes the lake.
  Path lock() {
    return root.resolve(".lock");
  }

  /// Holds files that are being written, until they are moved to their place.
  Path unfinished() {
    return root.resolve(".unfinished");
  }

  /// The root of the lake as Iceberg names it.
  String warehouse() {
    return "file://" + root;
  }
}
