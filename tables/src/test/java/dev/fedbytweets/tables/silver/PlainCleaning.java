package dev.fedbytweets.tables.silver;

import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.Samples;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import java.time.Instant;
import java.util.List;

/// The smallest cleanings that merging can be tested with.
final class PlainCleaning {

  private PlainCleaning() {}

  /// Keys are numbers and subjects; partitioned by day.
  static final class Tweets implements Cleaning<Tweet, SilverTweet> {

    @Override
    public KeyReader keys(ColumnFileReader bronze) {
      Column<String> ids = bronze.texts("id");
      Column<String> subjects = bronze.texts("subject");
      return () -> resolution(ids.next(), subjects.next());
    }

    private static ResolvedKey resolution(String id, String subject) {
      if (id.startsWith("x")) {
        return new ResolvedKey.Rejected("no number");
      }
      long number = Long.parseLong(id);
      return new ResolvedKey.Usable(
          new Key.NumberKey(number, subject), Snowflake.timeOf(number), List.of());
    }

    @Override
    public SilverTweet clean(Tweet row, Instant firstRetrievedAt, CorrectionCounts corrections) {
      return Samples.silverTweet(row, firstRetrievedAt);
    }

    @Override
    public String quarantineLine(Tweet row, String reason) {
      return row.id() + ": " + reason;
    }
  }

  /// Keys are texts; without partitions.
  static final class Places implements Cleaning<Place, SilverPlace> {

    @Override
    public KeyReader keys(ColumnFileReader bronze) {
      Column<String> ids = bronze.texts("id");
      return () -> new ResolvedKey.Usable(new Key.TextKey(ids.next()), null, List.of());
    }

    @Override
    public SilverPlace clean(Place row, Instant firstRetrievedAt, CorrectionCounts corrections) {
      return Samples.silverPlace(row, firstRetrievedAt);
    }

    @Override
    public String quarantineLine(Place row, String reason) {
      throw new AssertionError("no place is rejected");
    }
  }
}
