package dev.fedbytweets.contracts.gold;

import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/// Which days of its sources a step has taken in, each as it was then. It is written after what the
/// step made of a day, so a step that was killed takes the day in once more. What a step makes of
/// a day depends on the day's rows and on nothing else, so this changes nothing.
///
/// Read it before the tables that the step writes, and these before its sources: what another
/// process does meanwhile then lets the commit of [#takeIn] fail.
public final class ReadDays {

  private final ObjectStore store;
  private final String key;
  private final Optional<StoredObject> object;
  private final Content content;

  private ReadDays(ObjectStore store, String key, Optional<StoredObject> object, Content content) {
    this.store = store;
    this.key = key;
    this.object = object;
    this.content = content;
  }

  /// What is stored.
  ///
  /// @param rule the names of the tables as they are now and of all that decides beside the days'
  ///     rows; after another one all days are new
  /// @param days a text for each day, by the day in ISO 8601
  private record Content(String rule, Map<String, String> days) {

    Content {
      days = Map.copyOf(days);
    }
  }

  /// Reads it.
  ///
  /// @param step the function's name
  /// @throws RejectedException if it cannot be read: whoever deletes it lets the step begin anew
  public static ReadDays of(ObjectStore store, String step) {
    String key = LakeLayout.readDays(step);
    Optional<StoredObject> object = store.read(key);
    return new ReadDays(
        store,
        key,
        object,
        object.map(it -> content(store, key, it)).orElse(new Content("", Map.of())));
  }

  /// Takes in changed days, the newest first, commits what the step made of them, and notes it.
  ///
  /// @param rule the names of the tables and all that decides beside the days' rows, as it is now
  /// @param present the days of the sources as they are now, each with a text that is another one
  ///     once the day changed
  /// @param takeIn takes in a day, of which there may be no rows any more, and says how many it has
  /// @param commit commits what was made of these days, and says how many rows it is
  /// @throws RetryableException if somebody else took in something since this was read
  public TakenDays takeIn(
      String rule,
      SortedMap<LocalDate, String> present,
      Portion portion,
      ToLongFunction<LocalDate> takeIn,
      LongSupplier commit) {
    NavigableSet<LocalDate> left = changed(rule, present);
    if (left.isEmpty()) {
      return TakenDays.NONE;
    }
    long read = 0;
    int days = 0;
    do {
      read += takeIn.applyAsLong(left.pollLast());
      days++;
    } while (!left.isEmpty() && portion.hasRoom(read));
    long rows = commit.getAsLong();
    store(rule, present, left);
    return new TakenDays(days, left.size(), read, rows);
  }

  /// How many days are new, other than they were, or gone, whatever the rule.
  ///
  /// @param present as for [#takeIn]
  public int changed(SortedMap<LocalDate, String> present) {
    return changed(content.rule(), present).size();
  }

  /// The days that are new, other than they were, or gone.
  private NavigableSet<LocalDate> changed(String rule, SortedMap<LocalDate, String> present) {
    Map<LocalDate, String> known = content.rule().equals(rule) ? days() : Map.of();
    NavigableSet<LocalDate> changed = new TreeSet<>();
    present.forEach(
        (day, text) -> {
          if (!text.equals(known.get(day))) {
            changed.add(day);
          }
        });
    days().keySet().stream().filter(day -> !present.containsKey(day)).forEach(changed::add);
    return changed;
  }

  /// @param left changed days that are not taken in yet
  private void store(String rule, SortedMap<LocalDate, String> present, Set<LocalDate> left) {
    Map<LocalDate, String> known = days();
    Map<String, String> days = new TreeMap<>();
    present.forEach(
        (day, text) -> {
          if (!left.contains(day)) {
            days.put(day.toString(), text);
          }
        });
    // A day that is gone and not taken in yet must not be forgotten.
    left.stream().filter(known::containsKey).forEach(day -> days.put(day.toString(), ""));
    byte[] body = StepJson.write(new Content(rule, days));
    boolean isStored =
        (object.isPresent()
                ? store.replace(key, body, object.get().version())
                : store.writeIfAbsent(key, body, Map.of()))
            .isPresent();
    if (!isStored) {
      throw new RetryableException("%s was changed meanwhile".formatted(store.describe(key)));
    }
  }

  private Map<LocalDate, String> days() {
    Map<LocalDate, String> days = new TreeMap<>();
    content.days().forEach((day, text) -> days.put(LocalDate.parse(day), text));
    return days;
  }

  private static Content content(ObjectStore store, String key, StoredObject object) {
    try {
      return StepJson.read(StepJson.tree(new ByteArrayInputStream(object.body())), Content.class);
    } catch (RejectedException e) {
      throw new RejectedException(
          "%s cannot be read: %s".formatted(store.describe(key), e.getMessage()), e);
    }
  }
}
