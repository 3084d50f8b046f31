package dev.fedbytweets.tables.maintenance;

import java.util.List;

/// What maintenance of a table would do.
///
/// @param groups the files that would be written anew, each group as one
/// @param manifests how many small manifests would be
/// @param snapshots how many snapshots would expire
/// @param removals the files that would go; their order is that of their removal
public record MaintenancePlan(
    List<FileGroup> groups, int manifests, int snapshots, List<RemovableFile> removals) {

  public MaintenancePlan {
    groups = List.copyOf(groups);
    removals = List.copyOf(removals);
  }
}
