package dev.fedbytweets.core.step;

import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Keep a table small.
public record MaintainInput(Layer layer, TableName table) {

  /// Each table of a lake, bronze before silver before gold.
  public static final List<MaintainInput> ALL =
      Arrays.stream(Layer.values())
          .flatMap(layer -> layer.tables().stream().map(table -> new MaintainInput(layer, table)))
          .toList();

  public MaintainInput {
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(table, "table");
  }
}
