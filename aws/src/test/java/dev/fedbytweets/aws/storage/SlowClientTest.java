package dev.fedbytweets.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.awsstandins.S3Double;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The stand-in of S3 and a client that is slow to write the checksum after an object, as a
/// loaded machine makes it.
class SlowClientTest {

  private static final String SIGNATURE = "a".repeat(64);
  private static final String OBJECT = "5;chunk-signature=%s\r\nhello\r\n".formatted(SIGNATURE);
  private static final String CHECKSUM =
      "0;chunk-signature=%1$s\r\nx-amz-checksum-crc32:NhCmhg==\r\nx-amz-trailer-signature:%1$s\r\n\r\n"
          .formatted(SIGNATURE);
  private static final int CUT = "0;chunk-signature=".length();
  private static final long PAUSE_MILLISECONDS = 500;

  @TempDir private Path directory;

  @Test
  void itIsNotCutOff() throws Exception {
    try (S3Double s3 = S3Double.start(directory).withBucket("lake");
        Socket connection = connection(s3.endpoint())) {
      write(connection, head("PUT", chunked()));
      Thread.sleep(PAUSE_MILLISECONDS);
      write(connection, OBJECT + CHECKSUM.substring(0, CUT));
      Thread.sleep(PAUSE_MILLISECONDS);
      write(connection, CHECKSUM.substring(CUT));
      Thread.sleep(PAUSE_MILLISECONDS);
      write(connection, head("GET", "Connection: close\r\n"));

      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));

      assertThat(answers.lines().filter(line -> line.startsWith("HTTP/") || line.equals("hello")))
          .containsExactly("HTTP/1.1 200 OK", "HTTP/1.1 200 OK", "hello");
    }
  }

  private static String chunked() {
    return """
        If-None-Match: *
        Content-Encoding: aws-chunked
        Content-Length: %d
        x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER
        x-amz-decoded-content-length: 5
        x-amz-trailer: x-amz-checksum-crc32
        """
        .formatted(OBJECT.length() + CHECKSUM.length())
        .replace("\n", "\r\n");
  }

  private static String head(String method, String headers) {
    return "%s /lake/greeting HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(method, headers);
  }

  private static Socket connection(URI endpoint) throws Exception {
    return new Socket(endpoint.getHost(), endpoint.getPort());
  }

  private static void write(Socket connection, String text) throws Exception {
    OutputStream stream = connection.getOutputStream();
    stream.write(text.getBytes(StandardCharsets.US_ASCII));
    stream.flush();
  }
}
