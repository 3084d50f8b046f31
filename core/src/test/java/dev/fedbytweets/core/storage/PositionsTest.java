package dev.fedbytweets.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.SubjectName;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

  private static final List<SubjectName> SUBJECTS =
      Stream.of("coffee", "mate", "tea").map(SubjectName::new).toList();
  private static final SubjectName COFFEE = SUBJECTS.getFirst();

  @Test
  void areWrittenAsOneLineOfText() {
    Positions positions =
        Positions.START
            .with(new SubjectName("tea"), new Position(3, 0))
            .with(COFFEE, new Position(12, 37));

    assertThat(positions).hasToString("coffee=12/37 tea=3/0");
    assertThat(Positions.START).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"coffee", "coffee=1", "coffee=1/", "coffee=x/1", "coffee=-1/1", "=1/1"})
  void whatIsNotPositionsIsRejected(String text) {
    assertThatThrownBy(() -> Positions.parse(text)).isInstanceOf(RejectedException.class);
  }

  @Test
  void aSubjectThatIsNotNamedIsAtItsStart() {
    assertThat(Positions.parse("tea=3/0").of(COFFEE)).isEqualTo(Position.START);
  }

  @Property
  void whatIsWrittenIsReadAgain(@ForAll("positions") Positions positions) {
    assertThat(Positions.parse(positions.toString())).isEqualTo(positions);
  }

  @Property
  void movingOneSubjectLeavesTheOthers(
      @ForAll("positions") Positions positions, @ForAll("position") Position position) {
    Positions moved = positions.with(COFFEE, position);

    assertThat(moved.of(COFFEE)).isEqualTo(position);
    assertThat(SUBJECTS.stream().skip(1))
        .allSatisfy(other -> assertThat(moved.of(other)).isEqualTo(positions.of(other)));
  }

  @Property
  void theEarliestIsTheSmallerOfBothInAnyOrder(
      @ForAll("positions") Positions one, @ForAll("positions") Positions other) {
    assertThat(SUBJECTS)
        .allSatisfy(
            subject -> {
              Position earliest = one.earliest(other).of(subject);
              assertThat(earliest).isEqualTo(other.earliest(one).of(subject));
              assertThat(earliest).isIn(one.of(subject), other.of(subject));
              assertThat(earliest).isLessThanOrEqualTo(one.of(subject));
              assertThat(earliest).isLessThanOrEqualTo(other.of(subject));
            });
    assertThat(one.earliest(one)).isEqualTo(one);
  }

  @Property
  void positionsAreOrderedByEntryAndThenByPage(
      @ForAll("position") Position one, @ForAll("position") Position other) {
    int order = one.compareTo(other);

    assertThat(Integer.signum(other.compareTo(one))).isEqualTo(-Integer.signum(order));
    assertThat(order == 0).isEqualTo(one.equals(other));
    assertThat(one).isGreaterThanOrEqualTo(Position.START);
    if (one.entry() < other.entry()) {
      assertThat(order).isNegative();
    }
  }

  @Provide
  Arbitrary<Position> position() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 3);
    return Combinators.combine(numbers, numbers).as(Position::new);
  }

  @Provide
  Arbitrary<Positions> positions() {
    return Arbitraries.maps(Arbitraries.of(SUBJECTS), position())
        .map(bySubject -> new Positions(new TreeMap<>(bySubject)));
  }
}
