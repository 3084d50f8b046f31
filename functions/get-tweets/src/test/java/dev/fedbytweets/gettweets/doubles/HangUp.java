package dev.fedbytweets.gettweets.doubles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A peer that answers one request on each connection and hangs up without having said so.
public final class HangUp implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch hungUp = new CountDownLatch(1);
  private final String body;

  /// @param body of every answer, ASCII
  public HangUp(String body) throws IOException {
    this.body = body;
    Thread.ofVirtual().start(this::serve);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /// Connections so far.
  public int connections() {
    return connections.get();
  }

  /// Returns when the first connection is closed.
  public void awaitHangUp() throws InterruptedException {
    if (!hungUp.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("the connection is still there");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connections.incrementAndGet();
        answer(socket);
      } catch (IOException e) {
        continue;
      }
      hungUp.countDown();
    }
  }

  private void answer(Socket socket) throws IOException {
    BufferedReader request =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    while (!request.readLine().isEmpty()) {
      // The rest of the request's head.
    }
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.length(), body);
    socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
  }
}
