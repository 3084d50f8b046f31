package dev.fedbytweets.processraw.page;

import java.util.Objects;

/// A body that is not one whole JSON object, or whose `data` holds rows that no table takes.
/// Nothing of it becomes a row.
///
/// @param reason what is wrong and where, fit for logs: nothing of the page's content is in it
public record BrokenPage(String reason) implements PageOutcome {

  public BrokenPage {
    Objects.requireNonNull(reason, "reason");
  }
}
