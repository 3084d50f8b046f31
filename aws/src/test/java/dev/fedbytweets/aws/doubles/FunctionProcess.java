package dev.fedbytweets.aws.doubles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A function as a process, started the way the image starts it.
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

  static FunctionProcess start(
      String handler, String runtimeApi, Map<String, String> environment, String classPath)
      throws IOException {
    Path output = Files.createTempFile("function", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                RUNTIME,
                handler));
    builder.environment().clear();
    builder.environment().putAll(lambdaEnvironment(runtimeApi));
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

  boolean isAlive() {
    return process.isAlive();
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
