package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.query.ListedResult;
import dev.fedbytweets.maintain.Maintain;
import dev.fedbytweets.tables.files.LiveFile;
import dev.fedbytweets.tables.maintenance.FileGroup;
import dev.fedbytweets.tables.maintenance.MaintenancePlan;
import dev.fedbytweets.tables.maintenance.MaintenanceSettings;
import dev.fedbytweets.tables.maintenance.RemovableFile;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./lake maintain`: keeps the tables small.
@Command(
    name = "maintain",
    header = "Keep the tables small: fewer files, no old ones.",
    description =
        "Many small files of a day become one, snapshots older than seven days expire (the newest five"
            + " stay), and files that nothing names any more go. No row changes. 'run' and 'import' do"
            + " it by themselves when a table has grown by sixty files.",
    mixinStandardHelpOptions = true)
final class MaintainCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private FormatOptions format;

  @Option(
      names = "--dry-run",
      description =
          "List the files that would be written anew or removed, and why. Changes nothing.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  MaintainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!dryRun && !format.areUnset()) {
      throw new ParameterException(
          spec.commandLine(), "--format and --out are for the list of --dry-run");
    }
    LakeDirectory directory = common.lake();
    directory.requireLake();
    if (dryRun) {
      try (Lake lake = Lake.openExisting(directory)) {
        show(
            plans(new Maintain(lake.tables(), MaintenanceSettings.USUAL, clock, Metrics.NONE)),
            directory);
      }
    } else {
      try (LockedLake locked = LockedLake.open(directory, terminal)) {
        new Upkeep(terminal, locked.lake(), clock).all();
      }
    }
    return 0;
  }

  private static Map<TableDefinition<?>, MaintenancePlan> plans(Maintain maintain) {
    Map<TableDefinition<?>, MaintenancePlan> plans = new LinkedHashMap<>();
    for (TableDefinition<?> table : TableDefinitions.ALL) {
      maintain.plan(table).ifPresent(plan -> plans.put(table, plan));
    }
    return plans;
  }

  private void show(Map<TableDefinition<?>, MaintenancePlan> plans, LakeDirectory directory) {
    ListedResult files =
        ListedResult.of(
            "table", "NAME", "what", "VARCHAR", "why", "VARCHAR", "bytes", "BIGINT", "path",
            "VARCHAR");
    plans.forEach((table, plan) -> list(table, plan, directory, files));
    format.write(terminal, files::write);
    plans.forEach((table, plan) -> summary(plan).ifPresent(line -> say(table, line)));
    terminal.say("nothing was changed");
  }

  private static void list(
      TableDefinition<?> table, MaintenancePlan plan, LakeDirectory directory, ListedResult files) {
    for (FileGroup group : plan.groups()) {
      for (LiveFile live : group.files()) {
        files.add(
            table.toString(),
            "rewrite",
            why(group.reason()),
            live.file().fileSizeInBytes(),
            directory.file(live.file().location()).toString());
      }
    }
    for (RemovableFile file : plan.removals()) {
      files.add(
          table.toString(),
          "remove",
          why(file.reason()),
          file.bytes(),
          directory.file(file.location()).toString());
    }
  }

  private static Optional<String> summary(MaintenancePlan plan) {
    List<String> parts = new ArrayList<>();
    int files = plan.groups().stream().mapToInt(group -> group.files().size()).sum();
    if (files > 0) {
      parts.add("%s would become %,d".formatted(Plural.of(files, "file"), plan.groups().size()));
    }
    if (plan.manifests() > 0) {
      parts.add("%s would become one".formatted(Plural.of(plan.manifests(), "manifest")));
    }
    if (plan.snapshots() > 0) {
      parts.add("%s would expire".formatted(Plural.of(plan.snapshots(), "snapshot")));
    }
    if (!plan.removals().isEmpty()) {
      long bytes = plan.removals().stream().mapToLong(RemovableFile::bytes).sum();
      parts.add(
          "%s (%s) would be removed"
              .formatted(Plural.of(plan.removals().size(), "file"), Upkeep.megabytes(bytes)));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private void say(TableDefinition<?> table, String line) {
    terminal.say("  %s: %s".formatted(table, line));
  }

  private static String why(FileGroup.Reason reason) {
    return switch (reason) {
      case DELETED_ROWS -> "rows deleted";
      case SMALL_FILES -> "small";
    };
  }

  private static String why(RemovableFile.Reason reason) {
    return switch (reason) {
      case EXPIRED_SNAPSHOT -> "snapshot expires";
      case ORPHAN -> "nothing names it";
    };
  }
}
