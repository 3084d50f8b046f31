package dev.fedbytweets.xstandin.posts;

import java.time.Duration;
import java.time.Instant;

/// How widely a post is seen. Its counts depend on the time of the look and never shrink.
///
/// @param publishedAt of the first version
/// @param likes how many there will be in the end
/// @param halfLife when half of them are there
public record Engagement(Instant publishedAt, int likes, Duration halfLife) {

  static Engagement random(SeededRandom random, Instant publishedAt) {
    double luck = random.fraction();
    int likes = (int) (1.5 / (1.0005 - luck)) - 1;
    return new Engagement(publishedAt, likes, Duration.ofMinutes(random.between(30, 600)));
  }

  public long likesAt(Instant time) {
    return share(likes, time);
  }

  public long repostsAt(Instant time) {
    return share(likes / 4, time);
  }

  public long repliesAt(Instant time) {
    return share(likes / 6, time);
  }

  public long quotesAt(Instant time) {
    return share(likes / 20, time);
  }

  public long bookmarksAt(Instant time) {
    return share(likes / 8, time);
  }

  public long impressionsAt(Instant time) {
    return share(20 + likes * 45, time);
  }

  private long share(int inTheEnd, Instant time) {
    long age = Math.max(0, Duration.between(publishedAt, time).toMillis());
    double left = Math.pow(0.5, (double) age / halfLife.toMillis());
    return (long) (inTheEnd * (1 - left));
  }
}
