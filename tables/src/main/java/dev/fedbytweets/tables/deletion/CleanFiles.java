package dev.fedbytweets.tables.deletion;

import dev.fedbytweets.core.forgotten.Forgotten;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/// The files of tables that were searched for what is forgotten and hold none of it. A file of an
/// Iceberg table never changes once it is written, so none needs a second search. Not safe for use
/// by several threads. Memory: the names of these files.
public final class CleanFiles {

  private final Forgotten forgotten;
  private final Set<String> locations = new HashSet<>();

  /// None yet.
  public CleanFiles(Forgotten forgotten) {
    this.forgotten = Objects.requireNonNull(forgotten, "forgotten");
  }

  /// What they hold nothing of.
  public Forgotten forgotten() {
    return forgotten;
  }

  /// Whether a file is among them. One that was not searched is not.
  public boolean contains(String location) {
    return locations.contains(location);
  }

  void add(String location) {
    locations.add(location);
  }
}
