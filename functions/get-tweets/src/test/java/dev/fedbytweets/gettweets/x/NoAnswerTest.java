package dev.fedbytweets.gettweets.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.xclient.NoAnswer;
import dev.fedbytweets.xclient.TokenSource;
import dev.fedbytweets.xstandin.Fault;
import dev.fedbytweets.xstandin.StandInRules;
import dev.fedbytweets.xstandin.XStandIn;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoAnswerTest {

  @Test
  void nobodyListens() throws IOException {
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + port.getLocalPort());
      port.close();

      assertThat(cause(address)).isEqualTo("127.0.0.1 refuses the connection");
    }
  }

  @Test
  void theNameIsNotKnown() {
    assertThat(cause(URI.create("https://x.invalid")))
        .isEqualTo("the name x.invalid cannot be found; is there a network?");
  }

  @Test
  void whatAnswersSpeaksNoTls() throws IOException {
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket caller = port.accept()) {
                  caller
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException _) {
                  // the caller fails, too
                }
              });

      assertThat(cause(URI.create("https://127.0.0.1:" + port.getLocalPort())))
          .isEqualTo("no secure connection to 127.0.0.1 is possible");
    }
  }

  @Test
  void somethingStandsBetween() {
    IOException failure =
        new SSLHandshakeException("PKIX path building failed", new CertificateException());

    assertThat(NoAnswer.cause(failure, URI.create("https://api.x.com")))
        .startsWith("the certificate of api.x.com is not trusted");
  }

  @Test
  void thereIsNoNetwork() {
    IOException failure = new ConnectException("Failed to connect to api.x.com");
    failure.initCause(new SocketException("Network is unreachable"));

    assertThat(NoAnswer.cause(failure, URI.create("https://api.x.com")))
        .isEqualTo("there is no way to api.x.com; is there a network?");
  }

  @Test
  void itTakesTooLong() {
    try (XStandIn x = XStandIn.start(StandInRules.USUAL)) {
      x.failNext(Fault.slow(Duration.ofSeconds(5)));

      assertThat(cause(x.uri())).isEqualTo("127.0.0.1 did not answer in time");
    }
  }

  @Test
  void theConnectionBreaks() {
    try (XStandIn x = XStandIn.start(StandInRules.USUAL)) {
      x.failNext(Fault.bodyCutShort());

      assertThat(cause(x.uri())).isEqualTo("the connection to 127.0.0.1 broke off");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html>", "\r\n <html>"})
  void aWebPageIsRecognised(String body) {
    assertThat(NoAnswer.asWebPage(body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("it is a web page; does this network want a login, or is X_API_URL wrong?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{\"data\":\"<html>\"}", "Over capacity <"})
  void othersAreNone(String body) {
    assertThat(NoAnswer.asWebPage(body.getBytes(StandardCharsets.UTF_8))).isNull();
  }

  private static String cause(URI address) {
    XSettings settings =
        XSettings.read(
            new Settings(Map.of("X_API_URL", address.toString(), "X_CALL_TIMEOUT", "PT2S")));
    XSdkClient x = new XSdkClient(settings, TokenSource.fixed("made-up"), InstantSource.system());
    SearchRequest request =
        new SearchRequest("coffee", null, null, null, 10, Vocabulary.POST, AttachedMedia.LEFT_OUT);
    return NoAnswer.cause(
        catchThrowableOfType(IOException.class, () -> x.search(request)), address);
  }
}
