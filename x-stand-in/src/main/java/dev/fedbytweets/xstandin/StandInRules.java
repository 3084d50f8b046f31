package dev.fedbytweets.xstandin;

import dev.fedbytweets.xstandin.endpoint.RecordedPages;
import dev.fedbytweets.xstandin.endpoint.SearchRules;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import dev.fedbytweets.xstandin.posts.PostSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Everything that can be chosen about a stand-in. Begin with [#USUAL] and change what matters.
///
/// @param token the bearer token that is accepted
/// @param clock its time, until [XStandIn#setTime] or [XStandIn#advance] changes it
/// @param posts what it finds
/// @param recorded what it serves instead, for the queries that are named there
/// @param search how its search behaves
/// @param searchRate how many searches it takes
/// @param refusal how it says that there were too many
public record StandInRules(
    String token,
    InstantSource clock,
    PostSource posts,
    List<RecordedPages> recorded,
    SearchRules search,
    RateRule searchRate,
    Refusal refusal) {

  /// How a 429 is written.
  public enum Refusal {
    JSON,
    TEXT
  }

  /// X as it mostly is, over the world of seed 1, by the machine's clock. The token is
  /// `made-up-token`.
  public static final StandInRules USUAL =
      new StandInRules(
          "made-up-token",
          InstantSource.system(),
          MadeUpPosts.seeded(1),
          List.of(),
          SearchRules.USUAL,
          RateRule.SEARCH,
          Refusal.JSON);

  public StandInRules {
    if (token.isBlank()) {
      throw new IllegalArgumentException("the accepted token is blank");
    }
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(posts, "posts");
    recorded = List.copyOf(recorded);
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(searchRate, "searchRate");
    Objects.requireNonNull(refusal, "refusal");
  }

  public StandInRules withToken(String other) {
    return new StandInRules(other, clock, posts, recorded, search, searchRate, refusal);
  }

  public StandInRules withClock(InstantSource other) {
    return new StandInRules(token, other, posts, recorded, search, searchRate, refusal);
  }

  public StandInRules withPosts(PostSource other) {
    return new StandInRules(token, clock, other, recorded, search, searchRate, refusal);
  }

  /// These pages as well, for their query.
  public StandInRules with(RecordedPages pages) {
    List<RecordedPages> all = Stream.concat(recorded.stream(), Stream.of(pages)).toList();
    return new StandInRules(token, clock, posts, all, search, searchRate, refusal);
  }

  public StandInRules withSearch(SearchRules other) {
    return new StandInRules(token, clock, posts, recorded, other, searchRate, refusal);
  }

  public StandInRules withSearchRate(RateRule other) {
    return new StandInRules(token, clock, posts, recorded, search, other, refusal);
  }

  public StandInRules withRefusal(Refusal other) {
    return new StandInRules(token, clock, posts, recorded, search, searchRate, other);
  }

  /// The header of a request that is let in.
  String authorization() {
    return "Bearer " + token;
  }

  @Override
  public String toString() {
    return "StandInRules[search=%s, searchRate=%s]".formatted(search, searchRate);
  }
}
