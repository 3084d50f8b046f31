package dev.fedbytweets.tables.silver;

import java.util.List;

/// What a merge has to do.
///
/// @param changed the files to be written anew
/// @param news the rows to be added
record Difference<B extends Record, S extends Record>(List<ChangedFile> changed, News<B, S> news) {

  Difference {
    changed = List.copyOf(changed);
  }
}
