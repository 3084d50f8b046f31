package dev.fedbytweets.core.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `gold.models`, key (`name`, `hash`): a model that labelled posts of this lake.
///
/// @param day on which it was used first, UTC
/// @param hash the SHA-256 of its file, hexadecimal
/// @param labels that it gives; this and the next list are null in rows of somebody else
/// @param languages that it was trained on
public record LabelModel(
    LocalDate day,
    String name,
    String hash,
    @Nullable List<String> labels,
    @Nullable List<String> languages) {

  public LabelModel {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(hash, "hash");
  }
}
