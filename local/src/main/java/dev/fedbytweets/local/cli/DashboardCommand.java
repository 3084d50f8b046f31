package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.states.ExecutionResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./lake dashboard`: brings gold up to date and writes the page.
@Command(
    name = "dashboard",
    header = "Make the page that shows what the lake holds.",
    description =
        "Labels and counts what has changed, and writes dashboard.html into the lake's folder: one file"
            + " that opens in any browser, asks no server for anything, and can be sent to others. 'run' and"
            + " 'import' do the same at their end.",
    footerHeading = "%nExamples:%n",
    footer = {"  lake dashboard --open"},
    mixinStandardHelpOptions = true)
final class DashboardCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Option(names = "--open", description = "Open it in the browser.")
  private boolean opens;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  DashboardCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    common.lake().requireLake();
    try (LockedLake locked = LockedLake.open(common.lake(), terminal)) {
      Gold gold = new Gold(terminal, locked.lake(), clock);
      if (gold.run() instanceof ExecutionResult.Failed failed) {
        throw new RejectedException(FailureMessages.of(failed.error(), failed.cause()));
      }
      terminal.print(gold.page().toString());
      if (opens) {
        open(gold.page());
      }
    }
    return 0;
  }

  /// A browser that cannot be started is no failure: the page is there.
  private void open(Path page) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String opener = system.contains("mac") ? "open" : "xdg-open";
    try {
      new ProcessBuilder(List.of(opener, page.toUri().toString()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      terminal.warn("no browser could be started (%s): open the file yourself".formatted(opener));
    }
  }
}
