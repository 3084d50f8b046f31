package dev.fedbytweets.xstandin;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A small HTTP/1.1 server on the loopback that keeps connections open and sends exactly the
/// headers that it is told. The JDK's own server sends its own `Date` whatever it is told, and the
/// stand-in lives by a time of its own. Safe for use by several threads.
final class LoopbackServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);

  private final ServerSocket listener;
  private final Exchanges exchanges;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /// A request.
  ///
  /// @param target path and query, encoded
  /// @param headers by lower-case name
  /// @param body empty if it has none
  /// @param connection the client's port
  record Message(
      String method, String target, Map<String, String> headers, byte[] body, int connection) {}

  /// Answers requests.
  @FunctionalInterface
  interface Exchanges {

    /// @param out takes the answer, status line and headers first
    /// @return whether the connection stays open
    boolean answer(Message request, OutputStream out) throws IOException, InterruptedException;
  }

  /// @param port 0 for a free one
  /// @throws IOException if the port cannot be used
  LoopbackServer(int port, Exchanges exchanges) throws IOException {
    this.listener = new ServerSocket(port, 0, InetAddress.ofLiteral("127.0.0.1"));
    this.exchanges = exchanges;
    executor.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /// Stops at once, also what is being answered.
  @Override
  public void close() {
    close(listener);
    connections.forEach(LoopbackServer::close);
    executor.shutdownNow();
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket connection = listener.accept();
        connections.add(connection);
        executor.execute(() -> serve(connection));
      }
    } catch (IOException _) {
      close(listener);
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = new BufferedOutputStream(connection.getOutputStream());
      boolean open = true;
      while (open) {
        Message request = message(in, connection.getPort());
        open = request != null && exchanges.answer(request, out);
        out.flush();
      }
    } catch (IOException _) {
      // The client is gone, or the server is stopped.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("request failed");
    } finally {
      connections.remove(connection);
    }
  }

  /// The next request of a connection; null at its end.
  private static Message message(InputStream in, int connection) throws IOException {
    String start = line(in);
    if (start.isEmpty()) {
      return null;
    }
    String[] words = start.split(" ");
    if (words.length < 3) {
      throw new IOException("no request: " + words.length + " words");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.putIfAbsent(
          line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    byte[] body =
        "chunked".equals(headers.get("transfer-encoding"))
            ? chunks(in)
            : bytes(in, Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Message(words[0], words[1], headers, body, connection);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
      body.writeBytes(bytes(in, length));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int chunkLength(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static byte[] bytes(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the request ends too early");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception _) {
      // It is of no use any more.
    }
  }
}
