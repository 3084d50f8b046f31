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

/// Which days of its sources a step has taken in, each as it was then. It is written after what the
/// step made of a day, so a step that was killed takes the day in once more. What a step makes of
/// a day depends on the day's rows and on nothing else, so this changes nothing.
///
/// Read it before the tables that the step writes, and these before its sources: what another
/// process does meanwhile then lets a commit of the step fail, or its [#store].
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

  /// The days that the step has to take in: those that are new, other than they were, or gone.
  ///
  /// @param rule as it is now
  /// @param present the days of the sources as they are now
  public NavigableSet<LocalDate> changed(String rule, SortedMap<LocalDate, String> present) {
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

  /// Notes that the step has taken in some days.
  ///
  /// @param rule as it was then
  /// @param present the days of the sources as they were then
  /// @param left changed days that are not taken in yet
  /// @throws RetryableException if somebody else noted something since this was read
  public void store(String rule, SortedMap<LocalDate, String> present, Set<LocalDate> left) {
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
