package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.query.ListedResult;
import dev.fedbytweets.local.status.LiveFiles;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./lake tables`: where the rows are, for other programs.
@Command(
    name = "tables",
    header = "The tables, and the files that other programs may read.",
    description =
        "The rows, live Parquet files, bytes and current metadata file of each table. Other files in"
            + " the tables' folders hold earlier states.",
    footerHeading = "%nExamples:%n",
    footer = {"  lake tables", "  lake tables silver.tweets --files"},
    mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private FormatOptions format;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "bronze.tweets, silver.users and so on; without a schema, the silver one.")
  private String name;

  @Option(
      names = "--files",
      description =
          "The live files of TABLE, one on each line: read_parquet over them gives its rows.")
  private boolean files;

  private final Terminal terminal;

  TablesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (files && name == null) {
      throw new RejectedException("--files needs the name of a table, such as silver.tweets");
    }
    List<TableDefinition<?>> wanted = wanted();
    try (Lake lake = Lake.openExisting(common.lake())) {
      LakeNotices.of(lake).forEach(terminal::say);
      List<LiveFiles> tables = new ArrayList<>();
      List<String> damages = new ArrayList<>();
      for (TableDefinition<?> table : wanted) {
        try {
          LiveFiles.of(lake, table).ifPresent(tables::add);
        } catch (RejectedException e) {
          damages.add(e.getMessage());
        }
      }
      if (files) {
        tables.forEach(this::showFiles);
      } else {
        show(tables);
      }
      damages.forEach(terminal::error);
      return damages.isEmpty() ? 0 : 1;
    }
  }

  private void show(List<LiveFiles> tables) {
    ListedResult result =
        ListedResult.of(
            "table",
            "NAME",
            "rows",
            "BIGINT",
            "files",
            "BIGINT",
            "bytes",
            "BIGINT",
            "metadata",
            "VARCHAR");
    tables.forEach(
        table ->
            result.add(
                table.name(),
                table.rows(),
                table.live().size(),
                table.bytes(),
                table.metadata().toString()));
    format.write(terminal, result::write);
  }

  private void showFiles(LiveFiles table) {
    if (table.deleted() > 0) {
      terminal.say(
          "%s: other engines deleted %,d rows of these files, which hold them still"
              .formatted(table.name(), table.deleted()));
    }
    List<String> damages = table.damages();
    damages.forEach(terminal::say);
    if (!damages.isEmpty()) {
      terminal.say(
          "%s makes the tables anew from the raw pages"
              .formatted(common.lake().command("rebuild")));
    }
    if (format.areUnset()) {
      table.live().forEach(file -> terminal.print(file.path().toString()));
      return;
    }
    ListedResult result = ListedResult.of("path", "VARCHAR", "rows", "BIGINT", "bytes", "BIGINT");
    table.live().forEach(file -> result.add(file.path().toString(), file.rows(), file.bytes()));
    format.write(terminal, result::write);
  }

  private List<TableDefinition<?>> wanted() {
    if (name == null) {
      return TableDefinitions.ALL;
    }
    String whole = name.contains(".") ? name : "silver." + name;
    List<TableDefinition<?>> named =
        TableDefinitions.ALL.stream().filter(table -> table.toString().equals(whole)).toList();
    if (named.isEmpty()) {
      throw new RejectedException(
          "there is no table %s, only %s"
              .formatted(
                  name,
                  TableDefinitions.ALL.stream()
                      .map(TableDefinition::toString)
                      .collect(Collectors.joining(", "))));
    }
    return named;
  }
}
