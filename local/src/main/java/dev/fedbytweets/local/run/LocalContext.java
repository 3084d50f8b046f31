package dev.fedbytweets.local.run;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;

/// The Lambda context of a function that runs in this process.
///
/// All invocations have the same request id, which is the holder of the collector's lease: one
/// process at a time has the whole lake to itself, so the next process may use the lease that a
/// killed one left behind.
///
/// @param functionName the resource of the Task state
/// @param timeout of the invocation
/// @param startedNanos when it started, by [System#nanoTime()]
record LocalContext(String functionName, Duration timeout, long startedNanos) implements Context {

  private static final String HOLDER = "local";
  private static final int MEGABYTES = (int) (Runtime.getRuntime().maxMemory() >> 20);

  @Override
  public String getAwsRequestId() {
    return HOLDER;
  }

  @Override
  public int getRemainingTimeInMillis() {
    long left = timeout.toMillis() - (System.nanoTime() - startedNanos) / 1_000_000;
    return Math.clamp(left, 0, Integer.MAX_VALUE);
  }

  @Override
  public String getFunctionName() {
    return functionName;
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEGABYTES;
  }

  @Override
  public String getLogGroupName() {
    return null;
  }

  @Override
  public String getLogStreamName() {
    return null;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "local:" + functionName;
  }

  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public LambdaLogger getLogger() {
    throw new UnsupportedOperationException("functions log through SLF4J");
  }
}
