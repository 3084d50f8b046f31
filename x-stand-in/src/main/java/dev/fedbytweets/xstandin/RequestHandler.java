package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.zip.GZIPOutputStream;

/// Takes a request from the wire, has it answered and sends the answer with the stand-in's time as
/// its `Date`, compressed if the client understands that.
final class RequestHandler implements LoopbackServer.Exchanges {

  private final XStandIn standIn;

  RequestHandler(XStandIn standIn) {
    this.standIn = standIn;
  }

  @Override
  public boolean answer(LoopbackServer.Message request, OutputStream out)
      throws IOException, InterruptedException {
    String[] target = request.target().split("\\?", 2);
    Answer answer =
        standIn.answer(
            request.method(),
            target[0],
            Parameters.of(target.length > 1 ? target[1] : null),
            request.headers(),
            request.body(),
            request.connection());
    Thread.sleep(answer.delay());
    boolean compressed = request.headers().getOrDefault("accept-encoding", "").contains("gzip");
    Answer sent = dated(compressed ? compressed(answer) : answer);
    boolean hasBody = !request.method().equals("HEAD");
    int length = hasBody ? sent.body().length : 0;
    return switch (sent.delivery()) {
      case WHOLE, SPOILED -> send(sent, length, out);
      case CUT_SHORT -> !send(sent, length / 2, out);
      case HUNG_UP -> !send(sent, length, out);
      case NOTHING -> false;
    };
  }

  private Answer dated(Answer answer) {
    return answer.headers().containsKey("date")
        ? answer
        : answer.with(
            "date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                standIn.clock().instant().atOffset(ZoneOffset.UTC)));
  }

  private static Answer compressed(Answer answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(answer.body());
    }
    return answer.withBody(bytes.toByteArray()).with("content-encoding", "gzip");
  }

  /// @return true: it is sent
  private static boolean send(Answer answer, int bytes, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 %d -\r\n".formatted(answer.status()));
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("content-length: %d\r\n\r\n".formatted(answer.body().length));
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(answer.body(), 0, bytes);
    out.flush();
    return true;
  }
}
