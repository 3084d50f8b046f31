package dev.fedbytweets.tables.schema;

import static dev.fedbytweets.core.model.Layer.BRONZE;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import java.util.List;

/// The bronze tables: rows as received, appended only.
public final class BronzeDefinitions {

  /// `bronze.tweets`.
  public static final TableDefinition<Tweet> TWEETS =
      define(
          Entity.TWEETS,
          Tweet.class,
          new Columns<Tweet>()
              .requiredText("id", Tweet::id)
              .text("created_at", Tweet::createdAt)
              .text("author_id", Tweet::authorId)
              .text("text", Tweet::text)
              .text("place_id", Tweet::placeId)
              .requiredTime("import_date", Tweet::importDate)
              .requiredText("file_name", Tweet::fileName)
              .requiredText("subject", Tweet::subject)
              .requiredText("run_id", Tweet::runId)
              .requiredTime("retrieved_at", Tweet::retrievedAt)
              .text("note_text", Tweet::noteText)
              .text("lang", Tweet::lang)
              .text("conversation_id", Tweet::conversationId)
              .text("in_reply_to_user_id", Tweet::inReplyToUserId)
              .flag("possibly_sensitive", Tweet::possiblySensitive)
              .text("reply_settings", Tweet::replySettings)
              .count("retweet_count", Tweet::retweetCount)
              .count("reply_count", Tweet::replyCount)
              .count("like_count", Tweet::likeCount)
              .count("quote_count", Tweet::quoteCount)
              .count("bookmark_count", Tweet::bookmarkCount)
              .count("impression_count", Tweet::impressionCount)
              .texts("hashtags", Tweet::hashtags)
              .texts("cashtags", Tweet::cashtags)
              .texts("mentions", Tweet::mentions)
              .texts("urls", Tweet::urls)
              .references("referenced", Tweet::referenced)
              .texts("edit_history", Tweet::editHistory)
              .degrees("longitude", Tweet::longitude)
              .degrees("latitude", Tweet::latitude)
              .texts("withheld_countries", Tweet::withheldCountries)
              .text("community_id", Tweet::communityId)
              .flag("retrieved_at_known", Tweet::retrievedAtKnown)
              .text("found_as", Tweet::foundAs)
              .text("retweeted_text", Tweet::retweetedText)
              .texts("media_keys", Tweet::mediaKeys));

  /// `bronze.users`.
  public static final TableDefinition<User> USERS =
      define(
          Entity.USERS,
          User.class,
          new Columns<User>()
              .requiredText("id", User::id)
              .text("username", User::username)
              .text("name", User::name)
              .text("location", User::location)
              .count("followers_count", User::followersCount)
              .count("following_count", User::followingCount)
              .count("listed_count", User::listedCount)
              .count("tweet_count", User::tweetCount)
              .flag("verified", User::verified)
              .requiredTime("import_date", User::importDate)
              .requiredText("file_name", User::fileName)
              .requiredText("run_id", User::runId)
              .requiredTime("retrieved_at", User::retrievedAt)
              .text("created_at", User::createdAt)
              .text("description", User::description)
              .text("url", User::url)
              .text("verified_type", User::verifiedType)
              .text("subscription_type", User::subscriptionType)
              .flag("protected", User::isProtected)
              .text("profile_image_url", User::profileImageUrl)
              .text("pinned_tweet_id", User::pinnedTweetId)
              .count("like_count", User::likeCount)
              .count("media_count", User::mediaCount)
              .flag("retrieved_at_known", User::retrievedAtKnown));

  /// `bronze.places`.
  public static final TableDefinition<Place> PLACES =
      define(
          Entity.PLACES,
          Place.class,
          new Columns<Place>()
              .requiredText("id", Place::id)
              .text("full_name", Place::fullName)
              .text("country", Place::country)
              .text("place_type", Place::placeType)
              .requiredTime("import_date", Place::importDate)
              .requiredText("file_name", Place::fileName)
              .requiredText("run_id", Place::runId)
              .requiredTime("retrieved_at", Place::retrievedAt)
              .text("name", Place::name)
              .text("country_code", Place::countryCode)
              .degrees("west", Place::west)
              .degrees("south", Place::south)
              .degrees("east", Place::east)
              .degrees("north", Place::north)
              .texts("contained_within", Place::containedWithin)
              .flag("retrieved_at_known", Place::retrievedAtKnown));

  /// `bronze.media`.
  public static final TableDefinition<Medium> MEDIA =
      define(
          Entity.MEDIA,
          Medium.class,
          new Columns<Medium>()
              .requiredText("media_key", Medium::mediaKey)
              .text("type", Medium::type)
              .text("url", Medium::url)
              .text("preview_image_url", Medium::previewImageUrl)
              .text("alt_text", Medium::altText)
              .count("width", Medium::width)
              .count("height", Medium::height)
              .count("duration_ms", Medium::durationMs)
              .count("view_count", Medium::viewCount)
              .variants("variants", Medium::variants)
              .requiredTime("import_date", Medium::importDate)
              .requiredText("file_name", Medium::fileName)
              .requiredText("run_id", Medium::runId)
              .requiredTime("retrieved_at", Medium::retrievedAt)
              .flag("retrieved_at_known", Medium::retrievedAtKnown));

  private BronzeDefinitions() {}

  private static <R extends Record> TableDefinition<R> define(
      Entity entity, Class<R> row, Columns<R> columns) {
    String key = columns.schema().columns().getFirst().name();
    return TableDefinition.of(
        BRONZE,
        entity,
        row,
        columns,
        "import_date",
        List.of(key, "import_date", "retrieved_at", "file_name"));
  }
}
