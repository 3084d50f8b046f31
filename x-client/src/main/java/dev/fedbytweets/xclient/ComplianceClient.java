package dev.fedbytweets.xclient;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.config.BearerToken;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.RetryableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// X's batch compliance jobs: identifiers are uploaded, and X says for which of them posts or users
/// must go. Nothing here waits; whoever uses it does.
///
/// Lists and results lie where X's signed addresses lead.
public final class ComplianceClient {

  private static final String JOBS = "/2/compliance/jobs";
  private static final String ASKED = "compliance jobs";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final JsonMapper MAPPER = new JsonMapper();

  private final XConnection connection;
  private final JobStorageClient storage;

  public ComplianceClient(XConnection connection) {
    this.connection = Objects.requireNonNull(connection, "connection");
    this.storage = new JobStorageClient(connection);
  }

  /// Creates a job that waits for its list.
  ///
  /// @param name at most 64 characters
  /// @return [JobOutcome.Given] with it, [JobOutcome.Occupied] or [JobOutcome.Throttled]
  public JobOutcome create(ComplianceType type, String name) {
    ObjectNode body = MAPPER.createObjectNode().put("type", type.toString()).put("name", name);
    body.put("resumable", true);
    XResponse response =
        ask(request(JOBS).post(RequestBody.create(body.toString(), JSON)), "a compliance job");
    return response.status() == 409
        ? new JobOutcome.Occupied(XFailures.rejected(response, "a compliance job for " + type))
        : outcome(response);
  }

  /// A job as it is now.
  ///
  /// @return [JobOutcome.Given] with it, [JobOutcome.Missing] or [JobOutcome.Throttled]
  public JobOutcome find(String id) {
    XResponse response = ask(request(JOBS + "/" + id).get(), ASKED);
    return response.status() == 404 ? new JobOutcome.Missing() : outcome(response);
  }

  /// All jobs of a type that X still knows.
  ///
  /// @return [JobOutcome.Given] with them or [JobOutcome.Throttled]
  public JobOutcome all(ComplianceType type) {
    return outcome(ask(request(JOBS + "?type=" + type).get(), ASKED));
  }

  /// Uploads a list. One that breaks off is resumed where X's storage takes that.
  ///
  /// @param job that takes an upload
  /// @throws RetryableException if it does not arrive: it can be uploaded again from the beginning
  ///     as long as the job takes an upload
  public void upload(ComplianceJob job, IdentifierSource identifiers) {
    storage.upload(job, identifiers);
  }

  /// Downloads results.
  ///
  /// @param job that is complete
  /// @param lines takes each line that is not blank
  /// @throws RetryableException if they do not come whole: lines that were given count no more
  public void download(ComplianceJob job, Consumer<String> lines) {
    URI url = job.downloadUrl();
    Call call = storage.download(connection.requestTo(url).get().build());
    try (Response response = call.execute()) {
      if (response.code() != 200) {
        throw new RetryableException(
            "the results of a compliance job cannot be downloaded: %s answered %d"
                .formatted(url.getHost(), response.code()));
      }
      BufferedReader reader = new BufferedReader(response.body().charStream());
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          lines.accept(line);
        }
      }
    } catch (IOException e) {
      throw XFailures.noAnswer("the results of a compliance job", e, url);
    }
  }

  private JobOutcome outcome(XResponse response) {
    return switch (response.status()) {
      case 200 -> new JobOutcome.Given(jobs(response));
      case 403 ->
          throw XFailures.misconfigured(
              response, ASKED, "the account at X has no access to compliance jobs");
      case 429 -> {
        if (XFailures.isUsedUp(response)) {
          throw XFailures.misconfigured(
              response, ASKED, "the account at X has used up what it may ask");
        }
        yield new JobOutcome.Throttled(
            RateLimitBackoff.afterRefusal(response.rateLimit(), 0, response.retrievedAt()));
      }
      default -> throw XFailures.of(response, ASKED);
    };
  }

  private static List<ComplianceJob> jobs(XResponse response) {
    try {
      JsonNode document = MAPPER.readTree(response.body());
      JsonNode data = document.path("data");
      List<ComplianceJob> jobs = new ArrayList<>();
      if (data.isObject()) {
        jobs.add(ComplianceJob.of(data).orElseThrow(() -> unreadable("it lacks a field")));
      }
      data.valueStream()
          .filter(JsonNode::isObject)
          .forEach(job -> ComplianceJob.of(job).ifPresent(jobs::add));
      return jobs;
    } catch (JsonProcessingException _) {
      throw unreadable("it is no JSON");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  private static LakeException unreadable(String why) {
    return new RetryableException(ASKED + ": X's answer cannot be read: " + why);
  }

  private Request.Builder request(String path) {
    return new Request.Builder().url(connection.address() + path);
  }

  private XResponse ask(Request.Builder request, String asked) {
    try {
      return connection.authorised((token, left) -> call(request, token, left));
    } catch (IOException e) {
      throw XFailures.noAnswer(asked, e, URI.create(connection.address()));
    }
  }

  private Call call(Request.Builder request, BearerToken token, Duration left) {
    return connection
        .client()
        .newBuilder()
        .callTimeout(left)
        .build()
        .newCall(request.header("Authorization", "Bearer " + token.value()).build());
  }
}
