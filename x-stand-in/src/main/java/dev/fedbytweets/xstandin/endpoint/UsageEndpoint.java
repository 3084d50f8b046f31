package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.json.XJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/// `GET /2/usage/tweets`: how many posts were read. Numbers are written as texts, as X does.
public final class UsageEndpoint implements Endpoint {

  private static final String PROJECT = "1700000000000000001";
  private static final int MONTHLY_POSTS = 3_000_000;
  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 90;
  private static final Set<String> NAMES = Set.of("days", "usage.fields");
  private static final List<String> FIELDS =
      List.of(
          "cap_reset_day",
          "daily_client_app_usage",
          "daily_project_usage",
          "project_cap",
          "project_id",
          "project_usage");
  private static final List<String> USUAL_FIELDS =
      List.of("cap_reset_day", "project_cap", "project_id", "project_usage");

  private final Supplier<SortedMap<LocalDate, Integer>> postsByDay;

  /// @param postsByDay the posts charged so far, by UTC day
  public UsageEndpoint(Supplier<SortedMap<LocalDate, Integer>> postsByDay) {
    this.postsByDay = Objects.requireNonNull(postsByDay, "postsByDay");
  }

  @Override
  public Answer answer(Parameters parameters, Instant now) {
    ParameterChecks checks = new ParameterChecks(parameters);
    checks.onlyKnown(NAMES);
    int days = checks.number("days", USUAL_DAYS, 1, MOST_DAYS);
    List<String> asked = checks.list("usage.fields", FIELDS);
    checks.refuseViolations();
    ObjectNode document = XJson.object();
    ObjectNode usage = document.putObject("data");
    write(usage, now.atOffset(ZoneOffset.UTC).toLocalDate(), days);
    usage.retain(asked.isEmpty() ? USUAL_FIELDS : asked);
    return Answer.ok(document, Answer.Content.NOTHING);
  }

  private void write(ObjectNode usage, LocalDate today, int days) {
    SortedMap<LocalDate, Integer> posts = postsByDay.get();
    SortedMap<LocalDate, Integer> recent = posts.tailMap(today.minusDays(days - 1L));
    YearMonth month = YearMonth.from(today);
    int thisMonth = sum(posts.tailMap(month.atDay(1)));
    usage.put("cap_reset_day", month.lengthOfMonth() - today.getDayOfMonth() + 1);
    usage.put("project_cap", Integer.toString(MONTHLY_POSTS));
    usage.put("project_id", PROJECT);
    usage.put("project_usage", Integer.toString(thisMonth));
    ObjectNode project = usage.putObject("daily_project_usage").put("project_id", PROJECT);
    byDay(project, recent);
    ObjectNode app = usage.putArray("daily_client_app_usage").addObject();
    app.put("client_app_id", "1").put("usage_result_count", recent.size());
    byDay(app, recent);
  }

  private static void byDay(ObjectNode parent, SortedMap<LocalDate, Integer> posts) {
    ArrayNode usage = parent.putArray("usage");
    posts.forEach(
        (day, count) ->
            usage
                .addObject()
                .put("date", XJson.time(day.atStartOfDay().toInstant(ZoneOffset.UTC)))
                .put("usage", count.toString()));
  }

  private static int sum(SortedMap<LocalDate, Integer> posts) {
    return posts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
