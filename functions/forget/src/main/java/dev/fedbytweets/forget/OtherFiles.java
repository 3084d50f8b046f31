package dev.fedbytweets.forget;

import dev.fedbytweets.core.forgotten.Forgotten;
import java.util.List;

/// What belongs to a lake beside its objects and tables.
@FunctionalInterface
public interface OtherFiles {

  /// There is nothing else.
  OtherFiles NONE = (forgotten, found) -> 0;

  /// Searches it for what is forgotten.
  ///
  /// @param found gets the names of what holds any of it
  /// @return how many files were searched
  long search(Forgotten forgotten, List<String> found);
}
