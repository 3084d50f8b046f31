package dev.fedbytweets.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.aws.AwsFailures;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// A step of the state machine as a Lambda function: reads the contract from the event, gives it
/// to [#handle] with a deadline, and returns what that answers. Every invocation logs two lines,
/// that it started and how it ended, and every line in between says for which request and run it
/// was.
///
/// What `handle` throws goes on unchanged: Lambda reports the class's full name to the state
/// machine, which decides by it. Only a failure of AWS that nobody has classified, such as one
/// that came through Iceberg, goes on as what it means for the step.
///
/// @param <I> the contract that comes in, a record of `dev.fedbytweets.core.step`
/// @param <O> the contract that goes out
public abstract class StepHandler<I, O> implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(StepHandler.class);

  private final InvocationFields fields = new InvocationFields();
  private final Class<I> inputType;
  private final InstantSource clock;
  private final Duration margin;

  /// @param clock measures how far away the end of the invocation is
  /// @param margin how long before the end of the invocation the step's deadline is
  protected StepHandler(Class<I> inputType, InstantSource clock, Duration margin) {
    this.inputType = inputType;
    this.clock = clock;
    this.margin = margin;
  }

  /// Does the step.
  ///
  /// @param input valid, not null
  /// @param deadline after which the step starts no further portion of work
  /// @param requestId of the invocation
  /// @return not null
  /// @throws LakeException if the step could not do its work
  protected abstract O handle(I input, Instant deadline, String requestId);

  /// Handles one event.
  ///
  /// @param event JSON of the incoming contract, UTF-8
  /// @param result receives the JSON of the outgoing contract, UTF-8; nothing if the step fails
  /// @throws RejectedException if the event is not the incoming contract
  /// @throws IOException if `result` cannot be written
  @Override
  public final void handleRequest(InputStream event, OutputStream result, Context context)
      throws IOException {
    try {
      fields.setFunction(context);
      result.write(answer(event, context));
    } catch (RuntimeException e) {
      RuntimeException failure = AwsFailures.classified(e);
      logFailure(failure);
      throw failure;
    } catch (Error e) {
      logFailure(e);
      throw e;
    } finally {
      fields.clear();
    }
  }

  private byte[] answer(InputStream event, Context context) {
    long start = System.nanoTime();
    JsonNode tree = StepJson.tree(event);
    fields.setWork(tree);
    I input = StepJson.read(tree, inputType);
    LOG.info("step started");
    Instant deadline = clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(margin);
    byte[] answer = StepJson.write(handle(input, deadline, context.getAwsRequestId()));
    LOG.atInfo()
        .addKeyValue("duration_ms", (System.nanoTime() - start) / 1_000_000)
        .log("step finished");
    return answer;
  }

  private static void logFailure(Throwable failure) {
    LOG.atLevel(failure instanceof RetryableException ? Level.WARN : Level.ERROR)
        .setCause(failure)
        .addKeyValue("failure", failure.getClass().getSimpleName())
        .log("step failed");
  }
}
