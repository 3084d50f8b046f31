package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.local.query.ResultFormat;
import dev.fedbytweets.local.query.ResultOutput;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// The options of commands that give rows: how they are written, and where to.
final class FormatOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table, csv, json, ndjson, markdown, parquet, or excel: CSV that Excel opens without"
              + " damage (default: table, or the one of FILE's ending).")
  private ResultFormat format;

  @Option(names = "--excel", description = "The same as --format excel.")
  private boolean excel;

  @Option(
      names = "--numbers",
      description =
          "Identifiers and integers beyond 2^53 as numbers in JSON; else they are texts, as X gives"
              + " them.")
  private boolean numbers;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write into a file, which is there when all of it is.")
  private Path out;

  /// Whether the command line says nothing about a format.
  boolean areUnset() {
    return format == null && !excel && out == null;
  }

  /// Writes a result to where the options say.
  ///
  /// @param result writes into the output that it is given
  void write(Terminal terminal, Consumer<ResultOutput> result) {
    ResultFormat chosen = chosen();
    if (out != null) {
      new ResultFile(out)
          .write(stream -> result.accept(ResultOutput.to(stream, chosen).withNumbers(numbers)));
      terminal.say("wrote " + out);
    } else if (!terminal.kind().hasResults()) {
      result.accept(ResultOutput.to(terminal.results(), chosen).withNumbers(numbers));
    } else if (chosen == ResultFormat.PARQUET) {
      throw new MisconfiguredException("parquet is not for a terminal: name a file with --out");
    } else {
      result.accept(
          ResultOutput.toTerminal(terminal.results(), chosen, terminal.width())
              .withNumbers(numbers));
    }
  }

  private ResultFormat chosen() {
    if (excel) {
      return ResultFormat.EXCEL;
    }
    if (format != null) {
      return format;
    }
    return out == null ? ResultFormat.TABLE : ResultFormat.ofFile(out.toString());
  }
}
