package dev.fedbytweets.awsstandins;

import java.lang.reflect.Field;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Reads requests to their end, as S3 does, before they count as answered. s3proxy answers once
/// it has an object's bytes, or once it knows that it refuses them, and then ends the connection:
/// a client that is still writing, be it the checksum that follows the object, takes that for a
/// failure.
final class WholeRequests extends Handler.Wrapper {

  private WholeRequests() {}

  /// Has a server that was not started yet do so, and refuse too much metadata. It shows its inner
  /// server to nobody.
  static void in(S3Proxy server) throws ReflectiveOperationException {
    Field inner = S3Proxy.class.getDeclaredField("server");
    inner.setAccessible(true);
    Server whole = (Server) inner.get(server);
    whole.insertHandler(new MetadataLimit());
    whole.insertHandler(new WholeRequests());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Callback whole =
        new Callback.Nested(callback) {
          @Override
          public void succeeded() {
            Content.Source.consumeAll(request, getCallback());
          }
        };
    return super.handle(request, response, whole);
  }
}
