package dev.fedbytweets.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SnowflakeTest {

  private static final long FIRST_WITH_TIME = 29_700_859_247L;
  private static final Instant EPOCH = Instant.parse("2010-11-04T01:42:54.657Z");

  @Test
  void anIdentifierCarriesTheTimeOfItsPost() {
    Instant createdAt = Instant.parse("2021-11-15T19:08:05.000Z");

    assertThat(Snowflake.timeOf(1_460_323_737_035_677_698L))
        .isBetween(createdAt, createdAt.plusMillis(999));
  }

  @Test
  void identifiersFromBeforeThatCarryNone() {
    assertThat(Snowflake.carriesTime(FIRST_WITH_TIME - 1)).isFalse();
    assertThat(Snowflake.carriesTime(FIRST_WITH_TIME)).isTrue();
  }

  @Test
  void noIdentifierCarriesAnEarlierTime() {
    assertThat(Snowflake.smallestAt(EPOCH)).isZero();
    assertThatThrownBy(() -> Snowflake.smallestAt(EPOCH.minusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no identifier carries the time 2010-11-04T01:42:54.656Z");
  }

  @Property
  void theSmallestIdentifierOfATimeCarriesIt(@ForAll @LongRange(min = 0) long id) {
    Instant time = Snowflake.timeOf(id);

    long smallest = Snowflake.smallestAt(time);

    assertThat(Snowflake.timeOf(smallest)).isEqualTo(time);
    assertThat(smallest).isLessThanOrEqualTo(id);
    assertThat(smallest == 0 || Snowflake.timeOf(smallest - 1).isBefore(time)).isTrue();
  }

  @Property
  void laterIdentifiersCarryNoEarlierTime(
      @ForAll @LongRange(min = 0) long one, @ForAll @LongRange(min = 0) long other) {
    assertThat(Snowflake.timeOf(Math.min(one, other)))
        .isBeforeOrEqualTo(Snowflake.timeOf(Math.max(one, other)));
  }
}
