package dev.fedbytweets.tables.schema;

import static dev.fedbytweets.core.model.Layer.SILVER;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.SilverUser;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.BooleanType;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.IntegerType;
import org.apache.iceberg.types.Types.LongType;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.TimestampType;

/// The silver tables: clean, typed, one row for each key.
public final class SilverDefinitions {

  private static final Type TEXT = StringType.get();
  private static final Type TIME = TimestampType.withoutZone();
  private static final Type ID = LongType.get();
  private static final Type COUNT = LongType.get();
  private static final Type SMALL_COUNT = IntegerType.get();
  private static final Type FLAG = BooleanType.get();
  private static final Type DEGREES = DoubleType.get();

  /// `silver.tweets`, key (`id`, `subject`).
  public static final TableDefinition<SilverTweet> TWEETS =
      new TableDefinition<>(
          SILVER,
          Entity.TWEETS,
          SilverTweet.class,
          new Columns()
              .required("id", ID)
              .required("created_at", TIME)
              .optional("author_id", ID)
              .optional("text", TEXT)
              .optional("place_id", TEXT)
              .required("subject", TEXT)
              .required("import_date", TIME)
              .required("file_name", TEXT)
              .optional("full_text", TEXT)
              .required("retrieved_at", TIME)
              .required("first_retrieved_at", TIME)
              .optional("lang", TEXT)
              .optional("conversation_id", ID)
              .optional("in_reply_to_user_id", ID)
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
              .optional("referenced_type", TEXT)
              .optional("referenced_id", ID)
              .required("original_id", ID)
              .required("is_latest_edit", FLAG)
              .optional("longitude", DEGREES)
              .optional("latitude", DEGREES)
              .texts("withheld_countries")
              .optional("community_id", TEXT)
              .schema(),
          "created_at",
          List.of("id", "created_at", "subject", "retrieved_at"));

  /// `silver.users`, key `id`.
  public static final TableDefinition<SilverUser> USERS =
      new TableDefinition<>(
          SILVER,
          Entity.USERS,
          SilverUser.class,
          new Columns()
              .required("id", ID)
              .optional("username", TEXT)
              .optional("name", TEXT)
              .optional("location", TEXT)
              .optional("followers_count", SMALL_COUNT)
              .optional("following_count", SMALL_COUNT)
              .optional("listed_count", SMALL_COUNT)
              .optional("tweet_count", SMALL_COUNT)
              .optional("verified", FLAG)
              .required("import_date", TIME)
              .required("file_name", TEXT)
              .required("retrieved_at", TIME)
              .required("first_retrieved_at", TIME)
              .optional("created_at", TIME)
              .optional("description", TEXT)
              .optional("url", TEXT)
              .optional("verified_type", TEXT)
              .optional("subscription_type", TEXT)
              .optional("protected", FLAG)
              .optional("profile_image_url", TEXT)
              .optional("pinned_tweet_id", ID)
              .optional("like_count", COUNT)
              .optional("media_count", COUNT)
              .schema(),
          null,
          List.of("id", "retrieved_at"));

  /// `silver.places`, key `id`.
  public static final TableDefinition<SilverPlace> PLACES =
      new TableDefinition<>(
          SILVER,
          Entity.PLACES,
          SilverPlace.class,
          new Columns()
              .required("id", TEXT)
              .optional("full_name", TEXT)
              .optional("country", TEXT)
              .optional("place_type", TEXT)
              .required("import_date", TIME)
              .required("file_name", TEXT)
              .required("retrieved_at", TIME)
              .required("first_retrieved_at", TIME)
              .optional("name", TEXT)
              .optional("country_code", TEXT)
              .optional("west", DEGREES)
              .optional("south", DEGREES)
              .optional("east", DEGREES)
              .optional("north", DEGREES)
              .texts("contained_within")
              .schema(),
          null,
          List.of("id", "retrieved_at"));

  private SilverDefinitions() {}
}
