package dev.fedbytweets.xstandin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fedbytweets.xstandin.XClient.Reply;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComplianceJobsTest {

  private static final Instant NOW = Instant.parse("2026-11-29T06:00:00Z");
  private static final String JOBS = "/2/compliance/jobs";

  private final SettableClock clock = new SettableClock(NOW);
  private final XStandIn x = XStandIn.start(StandInRules.USUAL.withClock(clock));
  private final XClient client = new XClient(x);

  @AfterEach
  void stop() {
    x.close();
  }

  @Test
  void aJobHasTheFieldsThatXDocuments() {
    JsonNode job =
        create("{\"type\":\"tweets\",\"name\":\"a\",\"resumable\":true}").json().path("data");

    assertThat(job.path("id").asText()).matches("\\d{19}");
    assertThat(job.path("name").asText()).isEqualTo("a");
    assertThat(job.path("type").asText()).isEqualTo("tweets");
    assertThat(job.path("resumable").asBoolean()).isTrue();
    assertThat(job.path("status").asText()).isEqualTo("created");
    assertThat(job.path("created_at").asText()).isEqualTo("2026-11-29T06:00:00.000Z");
    assertThat(job.path("upload_expires_at").asText()).isEqualTo("2026-11-29T06:15:00.000Z");
    assertThat(job.path("download_expires_at").asText()).isEqualTo("2026-12-06T06:00:00.000Z");
  }

  @Test
  void onlyWhatSomethingHappenedToComesBack() {
    x.compliance().happened("tweets", "12", "deleted", NOW.minusSeconds(60));
    x.compliance().happened("users", "13", "suspended", null);
    JsonNode job = create("{\"type\":\"tweets\"}").json().path("data");

    assertThat(put(job, "11\n12\n13\n").status()).isEqualTo(200);
    assertThat(status(job)).isEqualTo("in_progress");
    clock.advance(Duration.ofMinutes(2));
    assertThat(status(job)).isEqualTo("complete");
    assertThat(get(job.path("download_url").asText()).text())
        .isEqualTo(
            "{\"id\":\"12\",\"action\":\"delete\",\"created_at\":\"2026-01-05T09:00:00.000Z\","
                + "\"redacted_at\":\"2026-11-29T05:59:00.000Z\",\"reason\":\"deleted\"}\n");
  }

  @Test
  void oneJobOfATypeRunsAtATime() {
    create("{\"type\":\"tweets\"}");

    assertThat(create("{\"type\":\"tweets\"}").status()).isEqualTo(409);
    assertThat(create("{\"type\":\"users\"}").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(15));
    assertThat(create("{\"type\":\"tweets\"}").status()).isEqualTo(200);
    assertThat(client.get(JOBS, "type", "tweets").json().path("data").size()).isEqualTo(2);
    assertThat(client.get(JOBS, "type", "tweets", "status", "created").json().path("data").size())
        .isEqualTo(1);
    assertThat(client.get(JOBS, "type", "posts").status()).isEqualTo(400);
  }

  @Test
  void anUploadThatComesTooLateIsRefused() {
    JsonNode job = create("{\"type\":\"users\"}").json().path("data");
    clock.advance(Duration.ofMinutes(15));

    assertThat(put(job, "1\n").status()).isEqualTo(400);
    assertThat(status(job)).isEqualTo("expired");
  }

  @Test
  void aResumableUploadGoesOnWhereItBroke() {
    JsonNode job = create("{\"type\":\"users\",\"resumable\":true}").json().path("data");
    assertThat(put(job, "1\n").status()).isEqualTo(403);
    Reply started =
        client.send(
            to(job.path("upload_url").asText())
                .header("x-goog-resumable", "start")
                .POST(BodyPublishers.noBody())
                .build());
    assertThat(started.status()).isEqualTo(201);
    String session = started.header("location");

    x.compliance().cutNextUploads(1);
    assertThatThrownBy(() -> part(session, "bytes 0-5/6", "11\n12\n"))
        .isInstanceOf(UncheckedIOException.class);
    Reply state = part(session, "bytes */*", "");
    assertThat(state.status()).isEqualTo(308);
    assertThat(state.header("range")).isEqualTo("bytes=0-2");
    assertThat(part(session, "bytes 3-5/6", "12\n").status()).isEqualTo(200);
    assertThat(status(job)).isEqualTo("in_progress");
  }

  @Test
  void whatGoesWrongOnDemand() {
    x.compliance().failNextJobs(1);
    JsonNode job = create("{\"type\":\"users\"}").json().path("data");
    put(job, "1\n");
    clock.advance(Duration.ofMinutes(2));
    assertThat(status(job)).isEqualTo("failed");

    x.compliance().setAccess(false);
    assertThat(create("{\"type\":\"users\"}").status()).isEqualTo(403);
  }

  @Test
  void theBearerTokenHasNoBusinessInTheStorage() {
    JsonNode job = create("{\"type\":\"users\"}").json().path("data");

    assertThat(
            client
                .send(
                    to(job.path("upload_url").asText())
                        .header("Authorization", "Bearer " + XClient.TOKEN)
                        .PUT(BodyPublishers.ofString("1\n"))
                        .build())
                .status())
        .isEqualTo(400);
  }

  @Test
  void aHundredAndFiftyRequestsInFifteenMinutesAreTaken() {
    for (int i = 0; i < 150; i++) {
      assertThat(client.get(JOBS, "type", "users").status()).isEqualTo(200);
    }
    assertThat(client.get(JOBS + "/1").status()).isEqualTo(429);
  }

  private Reply create(String body) {
    return client.send(
        client
            .request(JOBS)
            .header("Authorization", "Bearer " + XClient.TOKEN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private Reply put(JsonNode job, String list) {
    return client.send(
        to(job.path("upload_url").asText()).PUT(BodyPublishers.ofString(list)).build());
  }

  private Reply part(String session, String range, String list) {
    return client.send(
        to(session).header("Content-Range", range).PUT(BodyPublishers.ofString(list)).build());
  }

  private Reply get(String url) {
    return client.send(to(url).build());
  }

  private static HttpRequest.Builder to(String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "text/plain");
  }

  private String status(JsonNode job) {
    return client.get(JOBS + "/" + job.path("id").asText()).json().at("/data/status").asText();
  }
}
