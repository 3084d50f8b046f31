package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.SubjectName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How far into each subject's [Journal] a table has come. A subject that is not named is at its
/// start.
///
/// @param bySubject copied
public record Positions(SortedMap<SubjectName, Position> bySubject) {

  /// Nothing read yet.
  public static final Positions START = new Positions(new TreeMap<>());

  public Positions {
    bySubject = Collections.unmodifiableSortedMap(new TreeMap<>(bySubject));
  }

  /// The subject's position.
  public Position of(SubjectName subject) {
    return bySubject.getOrDefault(subject, Position.START);
  }

  /// The same with one subject's position moved.
  public Positions with(SubjectName subject, Position position) {
    SortedMap<SubjectName, Position> changed = new TreeMap<>(bySubject);
    changed.put(subject, position);
    return new Positions(changed);
  }

  /// For each subject the earlier of both positions.
  public Positions earliest(Positions other) {
    SortedMap<SubjectName, Position> earliest = new TreeMap<>();
    bySubject.forEach(
        (subject, position) -> {
          Position theirs = other.of(subject);
          earliest.put(subject, position.compareTo(theirs) <= 0 ? position : theirs);
        });
    return new Positions(earliest);
  }

  /// As text for a snapshot summary: `coffee=12/37 tea=3/0`.
  @Override
  public String toString() {
    return bySubject.entrySet().stream()
        .map(
            entry ->
                "%s=%d/%d"
                    .formatted(entry.getKey(), entry.getValue().entry(), entry.getValue().page()))
        .collect(Collectors.joining(" "));
  }

  /// The reverse of [#toString()].
  ///
  /// @throws RejectedException if the text does not name positions
  public static Positions parse(String text) {
    SortedMap<SubjectName, Position> positions = new TreeMap<>();
    try {
      for (String part : text.isBlank() ? new String[0] : text.split(" ")) {
        int equals = part.indexOf('=');
        int slash = part.indexOf('/', equals);
        positions.put(
            new SubjectName(part.substring(0, equals)),
            new Position(
                Integer.parseInt(part.substring(equals + 1, slash)),
                Integer.parseInt(part.substring(slash + 1))));
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new RejectedException("'%s' does not name positions in the journal".formatted(text), e);
    }
    return new Positions(positions);
  }
}
