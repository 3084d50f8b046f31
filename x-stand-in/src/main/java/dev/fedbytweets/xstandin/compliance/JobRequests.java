package dev.fedbytweets.xstandin.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.InvalidRequestException;
import dev.fedbytweets.xstandin.endpoint.InvalidRequestException.Violation;
import dev.fedbytweets.xstandin.endpoint.Parameters;
import dev.fedbytweets.xstandin.endpoint.Problems;
import dev.fedbytweets.xstandin.json.XJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// `POST /2/compliance/jobs`, `GET /2/compliance/jobs` and `GET /2/compliance/jobs/:id`. Safe for
/// use by several threads.
public final class JobRequests {

  public static final String PATH = "/2/compliance/jobs";

  private static final Set<String> TYPES = Set.of("tweets", "users");
  private static final int LONGEST_NAME = 64;
  private static final long FIRST_ID = 1_900_000_000_000_000_001L;

  private final Map<String, StandInJob> jobs = new LinkedHashMap<>();
  private final StandInCompliance rules;
  private final Supplier<String> storage;

  /// @param storage where lists and results lie, without a slash at the end
  public JobRequests(StandInCompliance rules, Supplier<String> storage) {
    this.rules = rules;
    this.storage = storage;
  }

  /// The right answer.
  ///
  /// @param path [#PATH] or below
  /// @param body of the request
  /// @throws InvalidRequestException if X would refuse what it is asked
  public synchronized Answer answer(
      String method, String path, Parameters parameters, byte[] body, Instant now) {
    if (!rules.hasAccess()) {
      return Problems.forbidden();
    }
    boolean isAll = path.equals(PATH);
    return switch (method) {
      case "POST" -> isAll ? created(body, now) : Problems.methodNotAllowed();
      case "GET" -> isAll ? listed(parameters, now) : found(path, now);
      default -> Problems.methodNotAllowed();
    };
  }

  /// The job of an identifier.
  synchronized Optional<StandInJob> job(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  private Answer created(byte[] body, Instant now) {
    JsonNode request = XJson.read(body).filter(JsonNode::isObject).orElseGet(XJson::object);
    String type = request.path("type").asText("");
    String name = request.path("name").textValue();
    require(TYPES.contains(type), "type", type);
    require(name == null || name.length() <= LONGEST_NAME, "name", String.valueOf(name));
    if (jobs.values().stream().anyMatch(job -> job.type.equals(type) && job.isRunning(now))) {
      return Answer.problem(409, "Conflict", "There is a running job of this type already.");
    }
    String id = Long.toString(FIRST_ID + jobs.size());
    boolean isResumable = rules.isResumable() && request.path("resumable").asBoolean(false);
    StandInJob job = new StandInJob(id, type, name, isResumable, now);
    jobs.put(id, job);
    return ok(XJson.object().set("data", job.json(now, storage.get())));
  }

  private Answer listed(Parameters parameters, Instant now) {
    String type = parameters.value("type").orElse("");
    require(TYPES.contains(type), "type", type);
    Optional<String> status = parameters.value("status");
    ObjectNode document = XJson.object();
    ArrayNode data = document.putArray("data");
    jobs.values().stream()
        .filter(job -> job.type.equals(type))
        .filter(job -> status.isEmpty() || status.get().equals(job.status(now)))
        .forEach(job -> data.add(job.json(now, storage.get())));
    int count = data.size();
    if (count == 0) {
      document.remove("data");
    }
    document.putObject("meta").put("result_count", count);
    return ok(document);
  }

  private Answer found(String path, Instant now) {
    return job(path.substring(PATH.length() + 1))
        .map(job -> ok(XJson.object().set("data", job.json(now, storage.get()))))
        .orElseGet(Problems::notFound);
  }

  private static Answer ok(JsonNode document) {
    return Answer.ok(document, Answer.Content.NOTHING);
  }

  private static void require(boolean holds, String parameter, String value) {
    if (!holds) {
      throw new InvalidRequestException(
          List.of(
              new Violation(
                  Map.of(parameter, value),
                  "The `%s` of a compliance job cannot be [%s]".formatted(parameter, value))));
    }
  }
}
