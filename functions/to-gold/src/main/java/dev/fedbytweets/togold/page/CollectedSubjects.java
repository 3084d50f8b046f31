package dev.fedbytweets.togold.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads of the checkpoints what the page shows. What is missing in one, or in another form than
/// expected, is not shown; the page does not fail for it.
final class CollectedSubjects {

  private static final JsonMapper MAPPER = new JsonMapper();

  private CollectedSubjects() {}

  /// The subjects that have a checkpoint.
  ///
  /// @param now its UTC month is the one whose posts are counted
  /// @param caps how many posts of a subject may be read in a month, where there is a limit
  static List<CollectedSubject> read(ObjectStore store, Instant now, Map<String, Long> caps) {
    List<CollectedSubject> subjects = new ArrayList<>();
    for (SubjectName name : LakeLayout.subjectsWithCheckpoint(store)) {
      store
          .read(LakeLayout.checkpoint(name))
          .flatMap(CollectedSubjects::tree)
          .map(json -> subject(name.value(), json, now, caps.get(name.value())))
          .ifPresent(subjects::add);
    }
    return subjects;
  }

  private static Optional<JsonNode> tree(StoredObject object) {
    try {
      return Optional.of(MAPPER.readTree(object.body())).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static CollectedSubject subject(
      String name, JsonNode json, Instant now, @Nullable Long cap) {
    List<MissedSpan> gaps = new ArrayList<>();
    for (JsonNode gap : json.path("gaps")) {
      Instant from = time(gap.path("from"));
      Instant to = time(gap.path("to"));
      if (from != null && to != null) {
        gaps.add(new MissedSpan(from, to, gap.path("reason").asText()));
      }
    }
    String month = YearMonth.from(now.atZone(ZoneOffset.UTC)).toString();
    long read = json.path("months").path(month).asLong();
    return new CollectedSubject(name, time(json.path("collected_until")), gaps, read, cap);
  }

  private static @Nullable Instant time(JsonNode text) {
    try {
      return text.isTextual() ? Instant.parse(text.asText()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
