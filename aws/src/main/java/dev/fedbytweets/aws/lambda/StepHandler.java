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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// A step of the state machine as a Lambda function: takes the event apart, gives the contract
/// to [#handle], and returns what that answers. Every invocation logs two lines, that it started
/// and how it ended, and every line in between says for which request and run it was.
///
/// What `handle` throws goes on unchanged: Lambda reports the class's full name to the state
/// machine, which decides by it. Only a failure of AWS that nobody has classified, such as one
/// that came through Iceberg, goes on as what it means for the step.
///
/// @param <I> the contract that comes in, a record of `dev.fedbytweets.core.step`
/// @param <O> the contract that goes out
public abstract class StepHandler<I, O> implements RequestStreamHandler {

  private static final Logger log = LoggerFactory.getLogger(StepHandler.class);

  private final InvocationFields fields = new InvocationFields();
  private final Class<I> inputType;

  protected StepHandler(Class<I> inputType) {
    this.inputType = inputType;
  }

  /// Does the step.
  ///
  /// @param input valid, not null
  /// @return not null
  /// @throws LakeException if the step could not do its work
  protected abstract O handle(I input, Context context);

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
    log.info("step started");
    byte[] answer = StepJson.write(handle(input, context));
    log.atInfo()
        .addKeyValue("duration_ms", (System.nanoTime() - start) / 1_000_000)
        .log("step finished");
    return answer;
  }

  private static void logFailure(Throwable failure) {
    log.atLevel(failure instanceof RetryableException ? Level.WARN : Level.ERROR)
        .setCause(failure)
        .addKeyValue("failure", failure.getClass().getSimpleName())
        .log("step failed");
  }
}
