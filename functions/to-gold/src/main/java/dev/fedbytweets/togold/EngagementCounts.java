package dev.fedbytweets.togold;

import dev.fedbytweets.core.model.DayEngagement;
import dev.fedbytweets.core.model.SilverTweet;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the posts of a day had when they were last seen, by subject.
final class EngagementCounts {

  private final Map<String, Sums> bySubject = new TreeMap<>();
  private final LocalDate day;

  EngagementCounts(LocalDate day) {
    this.day = day;
  }

  void add(SilverTweet post) {
    bySubject.computeIfAbsent(post.subject(), _ -> new Sums()).add(post);
  }

  List<DayEngagement> rows() {
    return bySubject.entrySet().stream()
        .map(entry -> entry.getValue().row(day, entry.getKey()))
        .toList();
  }

  private static final class Sums {

    private final Set<Long> authors = new HashSet<>();
    private long posts;
    private long likes;
    private long replies;
    private long retweets;
    private long quotes;
    private long bookmarks;
    private long impressions;

    void add(SilverTweet post) {
      posts++;
      if (post.authorId() != null) {
        authors.add(post.authorId());
      }
      likes += known(post.likeCount());
      replies += known(post.replyCount());
      retweets += known(post.retweetCount());
      quotes += known(post.quoteCount());
      bookmarks += known(post.bookmarkCount());
      impressions += known(post.impressionCount());
    }

    DayEngagement row(LocalDate day, String subject) {
      return new DayEngagement(
          day,
          subject,
          posts,
          authors.size(),
          likes,
          replies,
          retweets,
          quotes,
          bookmarks,
          impressions);
    }

    private static long known(@Nullable Long count) {
      return count == null ? 0 : count;
    }
  }
}
