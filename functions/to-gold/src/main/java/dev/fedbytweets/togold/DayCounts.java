package dev.fedbytweets.togold;

import dev.fedbytweets.core.model.DayDomain;
import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.model.PostLabel;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;

/// What the gold tables say about one day. Memory: the authors of the day's posts and the words
/// that they use, not the posts.
final class DayCounts {

  private final LocalDate day;
  private final VolumeCounts volume;
  private final EngagementCounts engagement;
  private final TopCounts hashtags = new TopCounts();
  private final TopCounts domains = new TopCounts();
  private final PlaceCounts places;
  private final SentimentCounts sentiment;
  private final TopicCounts topics;
  private long posts;

  DayCounts(LocalDate day, Models models) {
    this.day = day;
    this.volume = new VolumeCounts(day);
    this.engagement = new EngagementCounts(day);
    this.places = new PlaceCounts(day);
    this.sentiment = new SentimentCounts(day, models.sentiment());
    this.topics = new TopicCounts(day, models.topics().hash());
  }

  /// Adds a post, if it counts.
  void add(SilverTweet post) {
    posts++;
    if (post.isCounted()) {
      volume.add(post);
      engagement.add(post);
      places.add(post);
      sentiment.add(post);
      if (post.hashtags() != null) {
        hashtags.add(post.subject(), new TreeSet<>(post.hashtags()));
      }
      domains.add(post.subject(), LinkedDomains.of(post.urls()));
    }
  }

  /// Adds a label, if its post counts.
  void add(PostLabel label) {
    if (label.isCounted()) {
      sentiment.add(label);
      topics.add(label);
    }
  }

  /// How many posts were added, whether they count or not.
  long posts() {
    return posts;
  }

  /// Gives the rows to the tables, of which the day is replaced.
  ///
  /// @param known places, by their identifiers
  void addTo(DayTables tables, Map<String, SilverPlace> known) {
    tables.replace(day);
    volume.rows().forEach(tables.volume()::add);
    engagement.rows().forEach(tables.engagement()::add);
    places.rows(known).forEach(tables.places()::add);
    sentiment.rows().forEach(tables.sentiment()::add);
    topics.rows().forEach(tables.topics()::add);
    hashtags
        .ranked()
        .map(top -> new DayHashtag(day, top.subject(), top.word(), top.rank(), top.posts()))
        .forEach(tables.hashtags()::add);
    domains
        .ranked()
        .map(top -> new DayDomain(day, top.subject(), top.word(), top.rank(), top.posts()))
        .forEach(tables.domains()::add);
  }
}
