package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class XStandInMainTest {

  @Test
  void startsAsTheOptionsSay() {
    XStandInMain main = new XStandInMain();
    new CommandLine(main).parseArgs("--seed", "5", "--token", "t0ken", "--port", "0");
    Instant now = Instant.parse("2026-08-07T12:00:00Z");
    StandInRules expected =
        StandInRules.USUAL.withPosts(MadeUpPosts.seeded(5)).withClock(InstantSource.fixed(now));

    try (XStandIn standIn = main.start();
        XStandIn other = XStandIn.start(expected)) {
      standIn.setTime(now);
      XClient x = new XClient(standIn);
      XClient.Reply reply =
          x.send(
              x.request(RequestRouter.SEARCH, "query", "tea")
                  .header("Authorization", "Bearer t0ken")
                  .build());

      assertThat(reply.ids()).isEqualTo(new XClient(other).search("query", "tea").ids());
      assertThat(x.search("query", "tea").status()).isEqualTo(401);
    }
  }

  @Test
  void saysWhatIsWrongWithAnOption() {
    StringWriter errors = new StringWriter();

    int code =
        new CommandLine(new XStandInMain())
            .setErr(new PrintWriter(errors))
            .execute("--port", "eleven");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("Invalid value for option '--port'");
  }
}
