package dev.fedbytweets.tables.silver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.tables.silver.MergeRule.Decision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeRuleTest {

  @ParameterizedTest
  @CsvSource({
    "21, a, REPLACE",
    "20, c, REPLACE",
    "20, b, KEEP",
    "20, a, KEEP",
    "19, c, KEEP",
    "10, c, KEEP",
    "9, c, SEEN_EARLIER"
  })
  void whatARowDoesToTheOneRetrievedAt20OnPageBAndFirstAt10(
      long retrievedAt, String page, Decision expected) {
    RowVersion stored = new RowVersion(true, true, 20, "b", 10);

    assertThat(MergeRule.decide(RowVersion.incoming(true, true, retrievedAt, page), stored))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 30, true, KEEP",
    "false, 5, true, KEEP",
    "true, 5, false, REPLACE",
    "true, 30, false, REPLACE"
  })
  void anEstimatedTimeNeverBeatsAKnownOne(
      boolean isKnown, long retrievedAt, boolean isStoredKnown, Decision expected) {
    RowVersion stored = new RowVersion(true, isStoredKnown, 20, "b", 10);
    RowVersion incoming = RowVersion.incoming(true, isKnown, retrievedAt, "a");

    assertThat(MergeRule.decide(incoming, stored)).isEqualTo(expected);
    assertThat(MergeRule.firstRetrievedAt(incoming, stored)).isEqualTo(isKnown ? retrievedAt : 10);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 30, true, KEEP",
    "false, 5, true, KEEP",
    "true, 5, false, REPLACE",
    "true, 30, false, REPLACE",
    "false, 30, false, REPLACE"
  })
  void aPostBesideTheResultsNeverBeatsAResult(
      boolean isResult, long retrievedAt, boolean isStoredResult, Decision expected) {
    RowVersion stored = new RowVersion(isStoredResult, true, 20, "b", 10);
    RowVersion incoming = RowVersion.incoming(isResult, true, retrievedAt, "a");

    assertThat(MergeRule.decide(incoming, stored)).isEqualTo(expected);
    assertThat(MergeRule.firstRetrievedAt(incoming, stored)).isEqualTo(isResult ? retrievedAt : 10);
  }

  @Property
  void isIdempotent(@ForAll("rows") List<RowVersion> rows) {
    RowVersion all = merged(rows);

    assertThat(rows).allSatisfy(row -> assertThat(merged(row, all)).isEqualTo(all));
    assertThat(MergeRule.decide(all, all)).isEqualTo(Decision.KEEP);
  }

  @Property
  void isCommutative(@ForAll("rows") List<RowVersion> rows, @ForAll long seed) {
    List<RowVersion> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(merged(shuffled)).isEqualTo(merged(rows));
  }

  @Property
  void isAssociative(@ForAll("rows") List<RowVersion> rows, @ForAll("rows") List<RowVersion> more) {
    List<RowVersion> all = new ArrayList<>(rows);
    all.addAll(more);

    assertThat(merged(merged(rows), merged(more))).isEqualTo(merged(all));
  }

  /// Rows of one key. A page is retrieved once.
  @Provide
  static Arbitrary<List<RowVersion>> rows() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of("a", "b", "c"))
        .as(
            (isResult, isKnown, moment, page) ->
                RowVersion.incoming(isResult, isKnown, moment, "page-" + isKnown + moment + page))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static RowVersion merged(List<RowVersion> rows) {
    return rows.stream().reduce((stored, incoming) -> merged(incoming, stored)).orElseThrow();
  }

  /// What stands after the decision.
  private static RowVersion merged(RowVersion incoming, RowVersion stored) {
    return switch (MergeRule.decide(incoming, stored)) {
      case REPLACE -> incoming.withFirstRetrievedAt(MergeRule.firstRetrievedAt(incoming, stored));
      case SEEN_EARLIER -> stored.withFirstRetrievedAt(incoming.firstRetrievedAt());
      case KEEP -> stored;
    };
  }
}
