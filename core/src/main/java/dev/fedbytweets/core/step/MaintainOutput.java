package dev.fedbytweets.core.step;

import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import java.util.Objects;

/// What was done to keep a table small, in this invocation.
///
/// @param status [Progress#MORE] if the time was up before all small files were rewritten, or
///     [Progress#DONE]
/// @param filesBefore how many data files were written anew
/// @param filesAfter as how many
/// @param manifests how many small manifests were written anew
/// @param snapshots how many snapshots expired
/// @param filesRemoved how many files were removed
/// @param bytesRemoved their size
/// @param dataFiles how many data files the table's present state has now
/// @param dataBytes their size
/// @param metadataBytes the size of the table's metadata
public record MaintainOutput(
    Progress status,
    Layer layer,
    TableName table,
    int filesBefore,
    int filesAfter,
    int manifests,
    int snapshots,
    int filesRemoved,
    long bytesRemoved,
    long dataFiles,
    long dataBytes,
    long metadataBytes) {

  public MaintainOutput {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(layer, "layer");
    Objects.requireNonNull(table, "table");
  }
}
