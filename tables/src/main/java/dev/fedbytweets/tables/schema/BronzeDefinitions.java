package dev.fedbytweets.tables.schema;

import static dev.fedbytweets.core.model.Layer.BRONZE;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.BooleanType;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.TimestampType;

/// The bronze tables: rows as received, appended only.
public final class BronzeDefinitions {

  private static final Type TEXT = StringType.get();
  private static final Type TIME = TimestampType.withoutZone();
  private static final Type COUNT = LongType.get();
  private static final Type FLAG = BooleanType.get();
  private static final Type DEGREES = DoubleType.get();

  /// `bronze.tweets`.
  public static final TableDefinition<Tweet> TWEETS =
      define(
          Entity.TWEETS,
          Tweet.class,
          new Columns()
              .required("id", TEXT)
              .optional("created_at", TEXT)
              .optional("author_id", TEXT)
              .optional("text", TEXT)
              .optional("place_id", TEXT)
              .required("import_date", TIME)
              .required("file_name", TEXT)
              .required("subject", TEXT)
              .required("run_id", TEXT)
              .required("retrieved_at", TIME)
              .optional("note_text", TEXT)
              .optional("lang", TEXT)
              .optional("conversation_id", TEXT)
              .optional("in_reply_to_user_id", TEXT)
              .optional("possibly_sensitive", FLAG)
              .optional("reply_settings", TEXT)
              .optional("retweet_count", COUNT)
              .optional("reply_count", COUNT)
              .optional("like_count", COUNT)
              .optional("quote_count", COUNT)
              .optional("bookmark_count", COUNT)
              .optional("impression_count", COUNT)
              .texts("hashtags")
              .texts("cashtags")
              .texts("mentions")
              .texts("urls")
              .references("referenced")
              .texts("edit_history")
              .optional("longitude", DEGREES)
              .optional("latitude", DEGREES)
              .texts("withheld_countries")
              .optional("community_id", TEXT));

  /// `bronze.users`.
  public static final TableDefinition<User> USERS =
      define(
          Entity.USERS,
          User.class,
          new Columns()
              .required("id", TEXT)
              .optional("username", TEXT)
              .optional("name", TEXT)
              .optional("location", TEXT)
              .optional("followers_count", COUNT)
              .optional("following_count", COUNT)
              .optional("listed_count", COUNT)
              .optional("tweet_count", COUNT)
              .optional("verified", FLAG)
              .required("import_date", TIME)
              .required("file_name", TEXT)
              .required("run_id", TEXT)
              .required("retrieved_at", TIME)
              .optional("created_at", TEXT)
              .optional("description", TEXT)
              .optional("url", TEXT)
              .optional("verified_type", TEXT)
              .optional("subscription_type", TEXT)
              .optional("protected", FLAG)
              .optional("profile_image_url", TEXT)
              .optional("pinned_tweet_id", TEXT)
              .optional("like_count", COUNT)
              .optional("media_count", COUNT));

  /// `bronze.places`.
  public static final TableDefinition<Place> PLACES =
      define(
          Entity.PLACES,
          Place.class,
          new Columns()
              .required("id", TEXT)
              .optional("full_name", TEXT)
              .optional("country", TEXT)
              .optional("place_type", TEXT)
              .required("import_date", TIME)
              .required("file_name", TEXT)
              .required("run_id", TEXT)
              .required("retrieved_at", TIME)
              .optional("name", TEXT)
              .optional("country_code", TEXT)
              .optional("west", DEGREES)
              .optional("south", DEGREES)
              .optional("east", DEGREES)
              .optional("north", DEGREES)
              .texts("contained_within"));

  private BronzeDefinitions() {}

  private static <R extends Record> TableDefinition<R> define(
      Entity entity, Class<R> row, Columns columns) {
    return new TableDefinition<>(
        BRONZE,
        entity,
        row,
        columns.schema(),
        "import_date",
        List.of("id", "import_date", "retrieved_at", "file_name"));
  }
}
