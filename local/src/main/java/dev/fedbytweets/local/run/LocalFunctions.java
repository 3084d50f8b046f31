package dev.fedbytweets.local.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.states.TaskInvoker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/// The five functions in this process: events go in and results come out as JSON, as on AWS.
final class LocalFunctions implements TaskInvoker {

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, RequestStreamHandler> handlers;

  /// @param handlers by the resource of the Task state
  LocalFunctions(Map<String, RequestStreamHandler> handlers) {
    this.handlers = Map.copyOf(handlers);
  }

  @Override
  public JsonNode invoke(String resource, JsonNode input, Duration timeout) throws IOException {
    RequestStreamHandler handler = handlers.get(resource);
    if (handler == null) {
      throw new IllegalArgumentException("there is no function " + resource);
    }
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(JSON.writeValueAsBytes(input)),
        result,
        new LocalContext(resource, timeout, System.nanoTime()));
    return JSON.readTree(result.toByteArray());
  }
}
