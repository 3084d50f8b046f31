package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.status.Backlog;
import dev.fedbytweets.local.status.LiveFiles;
import dev.fedbytweets.local.status.LostPages;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.iceberg.exceptions.NotFoundException;

/// What a person should know before they read a lake's tables: what was mended, and what the tables
/// lack.
final class LakeNotices {

  private static final int MOST_NAMED = 3;

  private LakeNotices() {}

  /// A line for each; none if all is well.
  static List<String> of(Lake lake) {
    List<String> lines = new ArrayList<>();
    lake.repair().ifPresent(lines::add);
    sayOrFail(lines, () -> lacking(Backlog.of(lake), lake.directory()));
    return lines;
  }

  /// The same, and what takes a look at every page and file: raw pages and files that are gone.
  static List<String> all(Lake lake) {
    List<String> lines = new ArrayList<>();
    lake.repair().ifPresent(lines::add);
    sayOrFail(
        lines,
        () -> {
          Backlog backlog = Backlog.of(lake);
          List<String> found = new ArrayList<>(lacking(backlog, lake.directory()));
          if (!backlog.missing().isEmpty()) {
            found.add(MissingPages.inJournal(backlog.missing()));
          }
          return found;
        });
    sayOrFail(
        lines,
        () -> {
          List<String> damages = damages(lake);
          return damages.isEmpty() ? lost(lake) : damages;
        });
    return lines;
  }

  /// What cannot be read is said, and does not keep anybody from reading the rest.
  private static void sayOrFail(List<String> lines, Supplier<List<String>> more) {
    try {
      lines.addAll(more.get());
    } catch (LakeException | NotFoundException e) {
      lines.add(e.getMessage());
    }
  }

  private static List<String> damages(Lake lake) {
    List<String> lines = new ArrayList<>();
    List<String> damages = new ArrayList<>();
    for (TableDefinition<?> definition : TableDefinitions.ALL) {
      sayOrFail(
          lines,
          () -> {
            LiveFiles.of(lake, definition).ifPresent(table -> damages.addAll(table.damages()));
            return List.of();
          });
    }
    if (damages.isEmpty()) {
      return lines;
    }
    damages.stream().limit(MOST_NAMED).forEach(lines::add);
    lines.add(
        "%,d %s damaged: %s makes the tables anew from the raw pages"
            .formatted(
                damages.size(),
                damages.size() == 1 ? "file is" : "files are",
                lake.directory().command("rebuild")));
    return lines;
  }

  private static List<String> lost(Lake lake) {
    List<PageKey> lost = LostPages.of(lake);
    return lost.isEmpty() ? List.of() : List.of(MissingPages.inTables(lost));
  }

  private static List<String> lacking(Backlog backlog, LakeDirectory lake) {
    return backlog.isEmpty()
        ? List.of()
        : List.of(
            "%s: if no command is at work, one was interrupted; call it again, or %s"
                .formatted(parts(backlog), lake.command("rebuild")));
  }

  private static String parts(Backlog backlog) {
    List<String> parts = new ArrayList<>();
    if (backlog.pages() > 0) {
      parts.add(
          (backlog.pages() == 1 ? "1 page is" : "%,d pages are".formatted(backlog.pages()))
              + " not yet in the tables");
    }
    if (!backlog.rows().isEmpty()) {
      parts.add(
          new TreeMap<>(backlog.rows())
                  .entrySet().stream().map(LakeNotices::rows).collect(Collectors.joining(", "))
              + " not yet merged");
    }
    return String.join("; ", parts);
  }

  private static String rows(Map.Entry<String, Long> table) {
    return "%,d rows for %s".formatted(table.getValue(), table.getKey());
  }
}
