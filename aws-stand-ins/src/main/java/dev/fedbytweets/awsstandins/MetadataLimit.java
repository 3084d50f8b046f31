package dev.fedbytweets.awsstandins;

import java.nio.charset.StandardCharsets;
import org.gaul.shaded.org.eclipse.jetty.http.HttpField;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Refuses more user metadata than S3 allows, which s3proxy takes: 2,048 bytes of names, without
/// their prefix, and values.
final class MetadataLimit extends Handler.Wrapper {

  private static final String PREFIX = "x-amz-meta-";
  private static final int MOST_BYTES = 2048;
  private static final int BAD_REQUEST = 400;
  private static final String ERROR =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Error><Code>MetadataTooLarge</Code>\
      <Message>Your metadata headers exceed the maximum allowed metadata size</Message></Error>\
      """;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (metadataBytes(request) <= MOST_BYTES) {
      return super.handle(request, response, callback);
    }
    response.setStatus(BAD_REQUEST);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
    Content.Sink.write(response, true, ERROR, callback);
    return true;
  }

  private static int metadataBytes(Request request) {
    int bytes = 0;
    for (HttpField header : request.getHeaders()) {
      if (header.getLowerCaseName().startsWith(PREFIX)) {
        bytes += header.getName().length() - PREFIX.length();
        bytes += header.getValue().getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return bytes;
  }
}
