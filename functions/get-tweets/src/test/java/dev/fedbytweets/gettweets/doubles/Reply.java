package dev.fedbytweets.gettweets.doubles;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// What [ScriptedX] answers.
///
/// @param missing bytes that are promised and do not come
public record Reply(
    int status, Map<String, String> headers, byte[] body, int missing, Duration delay) {

  public static Reply json(int status, String body) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json; charset=utf-8"),
        body.getBytes(StandardCharsets.UTF_8),
        0,
        Duration.ZERO);
  }

  public static Reply text(int status, String body) {
    return json(status, body).with("Content-Type", "text/plain");
  }

  public static Reply problem(int status, String title, String detail) {
    return json(
        status,
        "{\"title\":\"%s\",\"detail\":\"%s\",\"type\":\"about:blank\",\"status\":%d}"
            .formatted(title, detail, status));
  }

  public Reply with(String header, Object value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value.toString());
    return new Reply(status, more, body, missing, delay);
  }

  public Reply cutShort() {
    return new Reply(status, headers, body, 100, delay);
  }

  public Reply after(Duration time) {
    return new Reply(status, headers, body, missing, time);
  }
}
