package dev.fedbytweets.aws.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.MDC;

/// The fields of every log line of an invocation: the function, under the key names that
/// Powertools for AWS Lambda made usual, and what it works on, taken from the event. The service's
/// name does not depend on the invocation: [dev.fedbytweets.aws.logging.FunctionLogging] adds it.
final class InvocationFields {

  private static final String TRACE_ROOT = "Root=";

  private final AtomicBoolean cold = new AtomicBoolean(true);

  void setFunction(Context context) {
    put("function_name", context.getFunctionName());
    put("function_version", context.getFunctionVersion());
    put("function_arn", context.getInvokedFunctionArn());
    put("function_memory_size", Integer.toString(context.getMemoryLimitInMB()));
    put("function_request_id", context.getAwsRequestId());
    put("xray_trace_id", traceId(context.getXrayTraceId()));
    put("cold_start", Boolean.toString(cold.getAndSet(false)));
  }

  void setWork(JsonNode event) {
    put("run", event.path("run").path("name").textValue());
    put("subject", event.path("subject").path("name").textValue());
    put("table", event.path("table").textValue());
  }

  void clear() {
    MDC.clear();
  }

  private static void put(String key, String value) {
    if (value != null) {
      MDC.put(key, value);
    }
  }

  /// The root of a header such as `Root=1-5759e988-bd862e3f;Parent=53995c3f;Sampled=1`; null
  /// without tracing.
  private static String traceId(String header) {
    return Stream.of(header == null ? new String[0] : header.split(";"))
        .filter(part -> part.startsWith(TRACE_ROOT))
        .findFirst()
        .map(part -> part.substring(TRACE_ROOT.length()))
        .orElse(null);
  }
}
