package dev.fedbytweets.comply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.comply.ComplianceEvent.Demand;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplianceEventTest {

  @Test
  void aLineAsXDocumentsIt() {
    assertThat(
            ComplianceEvent.read(
                "{\"id\":\"1265324480517361664\",\"action\":\"delete\","
                    + "\"created_at\":\"2019-10-29T17:02:47.000Z\","
                    + "\"redacted_at\":\"2020-07-29T17:02:47.000Z\",\"reason\":\"deleted\"}"))
        .contains(
            new ComplianceEvent(
                1265324480517361664L,
                Demand.DELETE,
                "deleted",
                Instant.parse("2020-07-29T17:02:47Z")));
  }

  @ParameterizedTest
  @CsvSource({
    "delete, deleted, DELETE, deleted",
    "delete, deactivated, DELETE, deactivated",
    "delete, protected, DELETE, protected",
    "delete, suspended, DELETE, suspended",
    "delete, bounced, DELETE, bounced",
    "delete, of_a_new_kind, DELETE, of_a_new_kind",
    "delete, 'not a word: <b>', DELETE, other",
    "delete, '', DELETE, delete",
    "DELETE, Suspended, DELETE, suspended",
    "delete, scrub_geo, SCRUB_GEO, scrub_geo",
    "scrub_geo, '', SCRUB_GEO, scrub_geo",
    "scrub_geo, deleted, SCRUB_GEO, scrub_geo",
    "deleted, '', DELETE, deleted",
    "suspended, '', DELETE, suspended",
    "withheld, '', UNKNOWN, withheld",
    "'', deleted, UNKNOWN, deleted",
  })
  void whatItDemands(String action, String reason, Demand demand, String what) {
    ComplianceEvent event =
        ComplianceEvent.read(
                "{\"id\":\"12\",\"action\":\"%s\",\"reason\":\"%s\"}".formatted(action, reason))
            .orElseThrow();

    assertThat(event).isEqualTo(new ComplianceEvent(12, demand, what, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "[]",
        "null",
        "\"12\"",
        "{\"id\":\"12\",\"action\":\"del",
        "{\"action\":\"delete\"}",
        "{\"id\":\"twelve\",\"action\":\"delete\"}",
        "{\"id\":\"9999999999999999999\",\"action\":\"delete\"}",
        "{\"id\":{\"a\":1},\"action\":\"delete\"}",
      })
  void aLineThatNamesNothing(String line) {
    assertThat(ComplianceEvent.read(line)).isEmpty();
  }

  @Test
  void aTimeThatCannotBeReadIsNone() {
    assertThat(
            ComplianceEvent.read(
                    "{\"id\":12,\"action\":\"delete\",\"reason\":\"deleted\",\"redacted_at\":\"then\"}")
                .orElseThrow()
                .redactedAt())
        .isNull();
  }
}
