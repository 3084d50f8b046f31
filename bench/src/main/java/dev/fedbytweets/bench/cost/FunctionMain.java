package dev.fedbytweets.bench.cost;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.fedbytweets.bench.rounds.ProcessUsage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// One cold invocation of a function: its handler is made from the environment, as on Lambda, and
/// does one event.
public final class FunctionMain {

  private FunctionMain() {}

  /// @param arguments the handler's class, the file with the event, the file for the answer
  public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
    RequestStreamHandler handler =
        (RequestStreamHandler) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
    try (InputStream event = Files.newInputStream(Path.of(arguments[1]));
        OutputStream answer = Files.newOutputStream(Path.of(arguments[2]))) {
      handler.handleRequest(event, answer, new LambdaContext(handler.getClass().getSimpleName()));
    }
    ProcessUsage.print();
    System.exit(0);
  }
}
