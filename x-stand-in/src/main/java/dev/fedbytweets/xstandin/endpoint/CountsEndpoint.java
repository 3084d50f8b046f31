package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.json.FieldVocabulary;
import dev.fedbytweets.xstandin.json.XJson;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.PostSource;
import dev.fedbytweets.xstandin.query.SearchQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// `GET /2/tweets/counts/recent`: how many posts a search would find, by minute, hour or day, in
/// one page.
public final class CountsEndpoint implements Endpoint {

  private static final Set<String> OWN_NAMES =
      Set.of("query", "granularity", "search_count.fields");

  private final PageFinder pages;
  private final SearchRules rules;

  public CountsEndpoint(PostSource posts, SearchRules rules) {
    this.pages = new PageFinder(posts, rules);
    this.rules = rules;
  }

  @Override
  public Answer answer(Parameters parameters, Instant now) {
    ParameterChecks checks = new ParameterChecks(parameters);
    checks.onlyKnown(known());
    SearchQuery query = checks.query(rules.longestQuery());
    String granularity = checks.choice("granularity", "hour", List.of("minute", "hour", "day"));
    List<String> fields = checks.list("search_count.fields", fields());
    IdRange window = IdRangeReader.read(checks, now);
    checks.refuseViolations();
    NavigableMap<Instant, Integer> counts = counts(window, now, query, unit(granularity));
    return Answer.ok(spoken(fields).translated(document(counts, window)), Answer.Content.NOTHING);
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(OWN_NAMES);
    known.addAll(IdRangeReader.NAMES);
    return known;
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>(List.of("end", "start"));
    rules.accepted().stream().map(word -> word.name("tweet_count")).sorted().forEach(fields::add);
    return fields;
  }

  private FieldVocabulary spoken(List<String> fields) {
    return fields.contains("post_count") ? FieldVocabulary.POST : rules.usual();
  }

  private static ChronoUnit unit(String granularity) {
    return switch (granularity) {
      case "minute" -> ChronoUnit.MINUTES;
      case "day" -> ChronoUnit.DAYS;
      default -> ChronoUnit.HOURS;
    };
  }

  /// The count of each unit that the window touches, by when the unit begins.
  private NavigableMap<Instant, Integer> counts(
      IdRange window, Instant now, SearchQuery query, ChronoUnit unit) {
    NavigableMap<Instant, Integer> counts = new TreeMap<>();
    Instant end = Snowflake.timeOf(window.before());
    Instant unitStart = Snowflake.timeOf(window.after() + 1).truncatedTo(unit);
    for (; unitStart.isBefore(end); unitStart = unitStart.plus(1, unit)) {
      counts.put(unitStart, 0);
    }
    pages
        .found(PageCursor.first(0, window, now), query, now)
        .map(MadeUpPost::createdAt)
        .forEach(time -> counts.merge(time.truncatedTo(unit), 1, Integer::sum));
    return counts;
  }

  private static ObjectNode document(NavigableMap<Instant, Integer> counts, IdRange window) {
    ObjectNode document = XJson.object();
    ArrayNode data = document.putArray("data");
    Instant start = Snowflake.timeOf(window.after() + 1);
    Instant end = Snowflake.timeOf(window.before());
    int total = 0;
    for (Instant unitStart : counts.keySet()) {
      Instant next = counts.higherKey(unitStart);
      int count = counts.get(unitStart);
      data.addObject()
          .put("start", XJson.time(unitStart.isBefore(start) ? start : unitStart))
          .put("end", XJson.time(next == null ? end : next))
          .put("tweet_count", count);
      total += count;
    }
    document.putObject("meta").put("total_tweet_count", total);
    return document;
  }
}
