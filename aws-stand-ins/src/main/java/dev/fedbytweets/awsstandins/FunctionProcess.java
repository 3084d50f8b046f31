package dev.fedbytweets.awsstandins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A function as a process of its own under the real runtime client.
final class FunctionProcess implements AutoCloseable {

  static final String ARN =
      "arn:aws:lambda:%s:%s:function:stand-in".formatted(Account.REGION, Account.ID);

  private static final String RUNTIME =
      "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final Process process;
  private final Path output;

  private FunctionProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /// What starts a handler with this JVM and its class path.
  static List<String> command(String handler) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        RUNTIME,
        handler);
  }

  /// @param command starts the runtime client
  /// @param environment added to what Lambda itself sets; nothing of this JVM's own environment
  static FunctionProcess start(
      List<String> command, String runtimeApi, Map<String, String> environment) throws IOException {
    Path output = Files.createTempFile("function", ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(lambdaEnvironment(runtimeApi));
    builder.environment().putAll(NativeClient.environment());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    return new FunctionProcess(builder.start(), output);
  }

  private static Map<String, String> lambdaEnvironment(String runtimeApi) {
    return Map.of(
        "AWS_LAMBDA_RUNTIME_API", runtimeApi,
        "AWS_LAMBDA_FUNCTION_NAME", "stand-in",
        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
        "AWS_REGION", Account.REGION,
        "LANG", "en_US.UTF-8");
  }

  long id() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Asks the process to end and waits for it.
  ///
  /// @return whether it ended in this time
  boolean end(Duration patience) throws InterruptedException {
    process.destroy();
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(output.toString(), e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      Files.deleteIfExists(output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(output.toString(), e);
    }
  }
}
