package dev.fedbytweets.xclient;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/// Why no answer came from X, in words for a person.
public final class NoAnswer {

  private static final String WEB_PAGE =
      "it is a web page; does this network want a login, or is X_API_URL wrong?";

  private NoAnswer() {}

  /// The cause of a failed call.
  ///
  /// @param address of X
  public static String cause(IOException failure, URI address) {
    String host = address.getHost() == null ? address.toString() : address.getHost();
    return switch (failure) {
      case UnknownHostException _ ->
          "the name %s cannot be found; is there a network?".formatted(host);
      case NoRouteToHostException _ -> "there is no way to %s; is there a network?".formatted(host);
      case ConnectException _ -> notConnected(failure, host);
      case SSLException _ -> notSecure(failure, host);
      case InterruptedIOException _ -> host + " did not answer in time";
      case EOFException _ -> host + " broke off its answer";
      default -> "the connection to %s broke off".formatted(host);
    };
  }

  /// What is wrong with an answer that should be JSON and is markup; null if it is none.
  public static @Nullable String asWebPage(byte[] body) {
    for (byte each : body) {
      if (each == '<') {
        return WEB_PAGE;
      }
      if (!Character.isWhitespace(each)) {
        return null;
      }
    }
    return null;
  }

  private static String notConnected(IOException failure, String host) {
    boolean isUnreachable =
        causes(failure)
            .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("nreachable"));
    return isUnreachable
        ? "there is no way to %s; is there a network?".formatted(host)
        : host + " refuses the connection";
  }

  private static String notSecure(IOException failure, String host) {
    boolean isOther =
        failure instanceof SSLPeerUnverifiedException
            || causes(failure).anyMatch(CertificateException.class::isInstance);
    return isOther
        ? "the certificate of %s is not trusted; does something stand between, or is this machine's clock wrong?"
            .formatted(host)
        : "no secure connection to %s is possible".formatted(host);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
