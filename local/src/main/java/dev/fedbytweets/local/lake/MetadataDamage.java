package dev.fedbytweets.local.lake;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.tables.schema.TableDefinition;
import org.apache.iceberg.exceptions.NotFoundException;

/// Why the files of a table's current state are not known: its metadata is missing or damaged.
public final class MetadataDamage {

  private MetadataDamage() {}

  /// The failure for a person: which table, which file as far as it is known, and what heals it.
  ///
  /// @param failure as Iceberg threw it when it read the metadata, or [LocalFileIO] did, which
  ///     names the file
  public static String of(
      TableDefinition<?> definition, LakeDirectory lake, RuntimeException failure) {
    return switch (failure) {
      case NotFoundException missing -> "%s: %s".formatted(definition, missing.getMessage());
      case RejectedException damaged -> "%s: %s".formatted(definition, damaged.getMessage());
      default ->
          "%s: its metadata cannot be read (%s): %s makes the tables anew from the raw pages"
              .formatted(definition, failure.getMessage(), lake.command("rebuild"));
    };
  }
}
