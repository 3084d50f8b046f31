package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.local.run.Ingest;
import dev.fedbytweets.states.ExecutionResult;
import java.util.List;

/// Executes a run and shows its report.
final class Runs {

  private Runs() {}

  /// @throws RejectedException saying why, if the run failed
  static void execute(Terminal terminal, Ingest ingest, Run run, List<Subject> subjects)
      throws InterruptedException {
    ExecutionResult result = ingest.run(run, subjects);
    terminal.clearProgress();
    switch (result) {
      case ExecutionResult.Succeeded succeeded ->
          RunReport.lines(succeeded.output()).forEach(terminal::print);
      case ExecutionResult.Failed(String error, String cause) ->
          throw new RejectedException(
              "run %s: %s".formatted(run.name(), Causes.message(error, cause)));
    }
  }
}
