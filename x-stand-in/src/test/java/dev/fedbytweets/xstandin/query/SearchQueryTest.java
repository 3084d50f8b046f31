package dev.fedbytweets.xstandin.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

  private static final Searchable POST =
      new Searchable() {
        @Override
        public String searchedText() {
          return "@bob Green Tea & café at 7! #TeaTime $LEAF coca-cola 緑茶を飲む 🙂";
        }

        @Override
        public String lang() {
          return "en";
        }

        @Override
        public String writtenBy() {
          return "alice_1";
        }

        @Override
        public Optional<String> repliedTo() {
          return Optional.of("bob");
        }

        @Override
        public Set<Trait> traits() {
          return Set.of(Trait.REPLY, Trait.HASHTAGS);
        }
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tea",
        "TEA green",
        "coffee OR tea",
        "(coffee OR tea) (cafe OR café)",
        "coffee OR tea café",
        "\"green tea\"",
        "coca-cola",
        "\"cola\"",
        "teatime",
        "#teatime",
        "$leaf",
        "@BOB",
        "緑茶",
        "🙂",
        "lang:en",
        "from:Alice_1",
        "to:bob",
        "is:reply has:hashtags",
        "tea -is:retweet -coffee",
        "tea -(coffee OR milk)",
        "tea -\"black tea\""
      })
  void finds(String query) {
    assertThat(SearchQuery.parse(query).matches(POST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coffee",
        "te",
        "tea coffee",
        "cafe",
        "\"tea green\"",
        "#tea",
        "$lea",
        "@bo",
        "#café",
        "coca-tea",
        "紅茶",
        "lang:pt",
        "from:bob",
        "to:alice_1",
        "is:retweet",
        "is:quote OR has:media",
        "-tea",
        "green -tea OR milk",
        "coffee OR milk tea"
      })
  void doesNotFind(String query) {
    assertThat(SearchQuery.parse(query).matches(POST)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(tea|no viable alternative at input 'the end' (at position 5)",
        "tea)|no viable alternative at input ')' (at position 4)",
        "tea OR|no viable alternative at input 'the end' (at position 7)",
        "OR tea|no viable alternative at input 'OR' (at position 1)",
        "()|no viable alternative at input ')' (at position 2)",
        "tea -|no viable alternative at input 'the end' (at position 6)",
        "\"green tea|the quotation mark at position 1 is left open",
        "tea is:hot|Reference to invalid operator 'is:hot'",
        "near:me|Reference to invalid operator 'near:me'"
      })
  void refusesWhatCannotBeRead(String query, String message) {
    assertThatThrownBy(() -> SearchQuery.parse(query))
        .isInstanceOf(RejectedException.class)
        .hasMessage(message);
  }
}
