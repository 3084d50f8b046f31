package dev.fedbytweets.comply;

import dev.fedbytweets.contracts.forgotten.ForgetRequest;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.lookup.PlacedPosts;
import dev.fedbytweets.tables.lookup.PlacedPosts.PlacedPost;
import dev.fedbytweets.tables.lookup.SeenRows;
import dev.fedbytweets.tables.lookup.SeenRows.SeenRow;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.xclient.ComplianceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes a request to forget of what X says happened. Left out is what the lake has forgotten or
/// scrubbed already, and what X showed to us long after it is said to have happened: the post or
/// account was restored, and X itself gave it out again.
final class RequestWriter {

  /// Left out: forgotten already.
  static final String KNOWN = "forgotten_before";

  /// Left out: seen at X again.
  static final String SEEN_SINCE = "seen_since";

  /// Left out: there is no place to take away.
  static final String WITHOUT_PLACE = "without_place";

  /// X's search may give out for a while what is deleted.
  private static final Duration SEARCH_LAG = Duration.ofHours(24);

  private final LakeTables lake;
  private final Forgotten forgotten;
  private final ComplianceEvents events;

  RequestWriter(LakeTables lake, ObjectStore store, ComplianceEvents events) {
    this.lake = lake;
    this.forgotten = new Tombstones(store).forgotten();
    this.events = events;
  }

  /// The request, which may be empty. Adds to the counts of the events what it leaves out.
  ForgetRequest write(Instant requestedAt) {
    List<String> posts =
        toDelete(ComplianceType.TWEETS, ForgottenKind.POST, SilverDefinitions.TWEETS);
    List<String> users =
        toDelete(ComplianceType.USERS, ForgottenKind.USER, SilverDefinitions.USERS);
    List<String> places = toScrub(new HashSet<>(posts), new HashSet<>(users));
    return new ForgetRequest(
        posts, users, places, List.of(), reason(posts, users, places), requestedAt);
  }

  private List<String> toDelete(
      ComplianceType type, ForgottenKind kind, TableDefinition<?> definition) {
    Map<Long, ComplianceEvent> wanted = new HashMap<>();
    events
        .of(type)
        .forEach(
            (id, event) -> {
              if (event.demand() == ComplianceEvent.Demand.DELETE) {
                wanted.put(id, event);
              }
            });
    Set<Long> seenSince = seenSince(wanted, definition);
    List<String> ids = new ArrayList<>();
    wanted.keySet().stream()
        .sorted()
        .forEach(
            id -> {
              if (forgotten.has(kind, id.toString())) {
                events.count(KNOWN);
              } else if (seenSince.contains(id)) {
                events.count(SEEN_SINCE);
              } else {
                ids.add(id.toString());
              }
            });
    return ids;
  }

  private Set<Long> seenSince(Map<Long, ComplianceEvent> wanted, TableDefinition<?> definition) {
    Set<Long> dated = new HashSet<>();
    wanted.forEach(
        (id, event) -> {
          if (event.redactedAt() != null) {
            dated.add(id);
          }
        });
    Set<Long> seen = new HashSet<>();
    SeenRows.forEach(
        lake,
        definition,
        dated,
        row -> {
          ComplianceEvent event = wanted.get(row.id());
          if (event != null && isSince(row, event.redactedAt())) {
            seen.add(row.id());
          }
        });
    return seen;
  }

  /// A protected account is still shown where others name it, so it counts only if X said that it
  /// is not.
  private static boolean isSince(SeenRow row, @Nullable Instant redactedAt) {
    return redactedAt != null
        && row.isTimeKnown()
        && !row.isProtected()
        && row.retrievedAt().isAfter(redactedAt.plus(SEARCH_LAG));
  }

  /// Posts whose places go: those that X names, and of users that X names those up to then.
  private List<String> toScrub(Set<String> posts, Set<String> users) {
    Map<Long, ComplianceEvent> ofPosts = scrubbed(ComplianceType.TWEETS);
    Map<Long, ComplianceEvent> ofUsers = scrubbed(ComplianceType.USERS);
    if (ofPosts.isEmpty() && ofUsers.isEmpty()) {
      return List.of();
    }
    Set<String> found = new TreeSet<>();
    PlacedPosts.forEach(
        lake,
        post -> {
          if (isNamed(post, ofPosts, ofUsers)
              && !posts.contains(post.id())
              && !users.contains(String.valueOf(post.author()))
              && !forgotten.has(ForgottenKind.SCRUB_GEO, post.id())) {
            found.add(post.id());
          }
        });
    ofPosts.keySet().stream()
        .filter(id -> !found.contains(id.toString()))
        .forEach(_ -> events.count(WITHOUT_PLACE));
    return List.copyOf(found);
  }

  private Map<Long, ComplianceEvent> scrubbed(ComplianceType type) {
    Map<Long, ComplianceEvent> scrubbed = new HashMap<>();
    events
        .of(type)
        .forEach(
            (id, event) -> {
              if (event.demand() == ComplianceEvent.Demand.SCRUB_GEO) {
                scrubbed.put(id, event);
              }
            });
    return scrubbed;
  }

  private static boolean isNamed(
      PlacedPost post, Map<Long, ComplianceEvent> ofPosts, Map<Long, ComplianceEvent> ofUsers) {
    Long id = number(post.id());
    Long author = number(post.author());
    if (id == null) {
      return false;
    }
    ComplianceEvent ofAuthor = author == null ? null : ofUsers.get(author);
    return ofPosts.containsKey(id) || ofAuthor != null && isUpTo(id, ofAuthor.redactedAt());
  }

  private static boolean isUpTo(long id, @Nullable Instant redactedAt) {
    return redactedAt == null
        || !Snowflake.carriesTime(id)
        || !Snowflake.timeOf(id).isAfter(redactedAt);
  }

  private static @Nullable Long number(@Nullable String id) {
    try {
      return id == null ? null : Long.valueOf(id.strip());
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static String reason(List<String> posts, List<String> users, List<String> places) {
    Map<String, Integer> parts = new TreeMap<>();
    parts.put("posts", posts.size());
    parts.put("users", users.size());
    parts.put("places of posts", places.size());
    return "X's compliance jobs: "
        + String.join(
            ", ",
            parts.entrySet().stream()
                .filter(part -> part.getValue() > 0)
                .map(part -> part.getValue() + " " + part.getKey())
                .toList());
  }
}
