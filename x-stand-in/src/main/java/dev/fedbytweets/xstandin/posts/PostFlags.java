package dev.fedbytweets.xstandin.posts;

import java.util.List;

/// What X says about a post beyond its content.
///
/// @param withheldIn codes of the countries that may not see it; mostly none
/// @param community null if it was not written in one
/// @param replySettings who may answer
/// @param surprise whether it carries fields that no documentation of X knows
public record PostFlags(
    boolean sensitive,
    List<String> withheldIn,
    Long community,
    String replySettings,
    boolean surprise) {

  private static final List<String> REPLY_SETTINGS =
      List.of("following", "mentionedUsers", "subscribers", "verified");
  private static final List<List<String>> WITHHELD_IN =
      List.of(List.of("DE"), List.of("BR", "FR"), List.of("XY"));
  private static final long FIRST_COMMUNITY = 1_490_000_000_000_000_000L;

  public PostFlags {
    withheldIn = List.copyOf(withheldIn);
  }

  static PostFlags random(SeededRandom random) {
    return new PostFlags(
        random.oneIn(60),
        random.oneIn(150) ? random.pick(WITHHELD_IN) : List.of(),
        random.oneIn(25) ? FIRST_COMMUNITY + random.below(20) : null,
        random.oneIn(10) ? random.pick(REPLY_SETTINGS) : "everyone",
        random.oneIn(50));
  }
}
