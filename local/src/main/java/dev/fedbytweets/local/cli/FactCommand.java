package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.local.lake.FileFailures;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.query.FactFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./lake fact`: puts facts of others beside what the lake says.
@Command(
    name = "fact",
    header = "Put facts of others into the lake, to ask about them beside posts.",
    description =
        "Keeps a table of purchases, votes, prices or the like as facts.NAME: a CSV file with a header, or a"
            + " Parquet file, with a column 'day' as in 2026-11-20, one of 'subject' and 'place_id' or both, and values. Each"
            + " day has one row for a subject or place. The same name again replaces the table.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lake fact cups_sold cups.csv",
      "  lake query \"SELECT * FROM facts.cups_sold JOIN gold.engagement_by_day USING (day, subject)\"",
      "  lake fact cups_sold --remove"
    },
    mixinStandardHelpOptions = true)
final class FactCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The table: lower case letters, digits and '_'.")
  private String name;

  @Parameters(index = "1", paramLabel = "FILE", arity = "0..1", description = "CSV or Parquet.")
  private Path file;

  @Option(names = "--remove", description = "Remove the table.")
  private boolean removes;

  private final Terminal terminal;

  FactCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!FactFile.isName(name)) {
      throw new RejectedException(
          "'%s' is no name of a table: it has 1 to 63 lower case letters, digits and '_', and begins with a letter"
              .formatted(name));
    }
    if (removes == (file != null)) {
      throw new RejectedException("name a file with the facts, or --remove to remove them");
    }
    LakeDirectory lake = common.lake();
    lake.requireLake();
    try (LockedLake _ = LockedLake.open(lake, terminal)) {
      Path target = lake.root().resolve(LakeLayout.fact(name));
      if (removes) {
        remove(target);
      } else {
        put(target);
      }
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot write facts.%s: %s".formatted(name, FileFailures.reason(e)), e);
    }
    return 0;
  }

  private void put(Path target) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new RejectedException("there is no file " + file);
    }
    FactFile.Written written = put(file, target);
    terminal.print(
        "facts.%s has %s%s; %s"
            .formatted(
                name,
                Plural.of(written.rows(), "row"),
                written
                    .days()
                    .map(days -> ", %s to %s".formatted(days.first(), days.last()))
                    .orElse(""),
                String.join(", ", written.values())));
  }

  /// Puts a file's facts in place of those that are there.
  ///
  /// @return what is there now
  static FactFile.Written put(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      FactFile.Written written = new FactFile(file).writeTo(part);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } finally {
      Files.deleteIfExists(part);
      removeIfEmpty(target.getParent());
    }
  }

  private void remove(Path target) throws IOException {
    if (!Files.deleteIfExists(target)) {
      throw new RejectedException("there is no table facts.%s".formatted(name));
    }
    removeIfEmpty(target.getParent());
    terminal.print("facts.%s is removed".formatted(name));
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      if (children.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }
}
