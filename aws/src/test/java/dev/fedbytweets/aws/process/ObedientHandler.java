package dev.fedbytweets.aws.process;

import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.core.step.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/// Ends as the run's name says. Public, since the runtime client creates it.
public final class ObedientHandler extends StepHandler<ProcessRawInput, ProcessRawOutput> {

  public ObedientHandler() {
    super(ProcessRawInput.class, InstantSource.system(), Duration.ZERO);
  }

  @Override
  protected ProcessRawOutput handle(ProcessRawInput input, Instant deadline, String requestId) {
    return switch (input.run().name().value()) {
      case "RetryableException" -> throw new RetryableException("as told");
      case "RejectedException" -> throw new RejectedException("as told");
      case "MisconfiguredException" -> throw new MisconfiguredException("as told");
      case "IllegalStateException" -> throw new IllegalStateException("as told");
      case "hang" -> hang();
      default ->
          new ProcessRawOutput(
              Progress.DONE,
              0,
              0,
              0,
              Counts.NONE,
              Counts.NONE,
              Counts.NONE,
              Counts.NONE,
              false,
              new TreeMap<>(),
              null);
    };
  }

  private static ProcessRawOutput hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("interrupted");
  }
}
