package dev.fedbytweets.tables.schema;

import static dev.fedbytweets.core.model.Layer.SILVER;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.SilverMedium;
import dev.fedbytweets.core.model.SilverPlace;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.SilverUser;
import java.util.List;

/// The silver tables: clean, typed, one row for each key.
public final class SilverDefinitions {

  /// `silver.tweets`, key (`id`, `subject`).
  public static final TableDefinition<SilverTweet> TWEETS =
      TableDefinition.of(
          SILVER,
          Entity.TWEETS,
          SilverTweet.class,
          new Columns<SilverTweet>()
              .requiredId("id", SilverTweet::id)
              .requiredTime("created_at", SilverTweet::createdAt)
              .id("author_id", SilverTweet::authorId)
              .text("text", SilverTweet::text)
              .text("place_id", SilverTweet::placeId)
              .requiredText("subject", SilverTweet::subject)
              .requiredTime("import_date", SilverTweet::importDate)
              .requiredText("file_name", SilverTweet::fileName)
              .text("full_text", SilverTweet::fullText)
              .requiredTime("retrieved_at", SilverTweet::retrievedAt)
              .requiredTime("first_retrieved_at", SilverTweet::firstRetrievedAt)
              .text("lang", SilverTweet::lang)
              .id("conversation_id", SilverTweet::conversationId)
              .id("in_reply_to_user_id", SilverTweet::inReplyToUserId)
              .flag("possibly_sensitive", SilverTweet::possiblySensitive)
              .text("reply_settings", SilverTweet::replySettings)
              .count("retweet_count", SilverTweet::retweetCount)
              .count("reply_count", SilverTweet::replyCount)
              .count("like_count", SilverTweet::likeCount)
              .count("quote_count", SilverTweet::quoteCount)
              .count("bookmark_count", SilverTweet::bookmarkCount)
              .count("impression_count", SilverTweet::impressionCount)
              .texts("hashtags", SilverTweet::hashtags)
              .texts("cashtags", SilverTweet::cashtags)
              .texts("mentions", SilverTweet::mentions)
              .texts("urls", SilverTweet::urls)
              .text("referenced_type", SilverTweet::referencedType)
              .id("referenced_id", SilverTweet::referencedId)
              .requiredId("original_id", SilverTweet::originalId)
              .requiredFlag("is_latest_edit", SilverTweet::isLatestEdit)
              .degrees("longitude", SilverTweet::longitude)
              .degrees("latitude", SilverTweet::latitude)
              .texts("withheld_countries", SilverTweet::withheldCountries)
              .text("community_id", SilverTweet::communityId)
              .flag("retrieved_at_known", SilverTweet::retrievedAtKnown)
              .text("found_as", SilverTweet::foundAs)
              .texts("media_keys", SilverTweet::mediaKeys),
          "created_at",
          List.of("id", "created_at", "subject", "retrieved_at"));

  /// `silver.users`, key `id`.
  public static final TableDefinition<SilverUser> USERS =
      TableDefinition.of(
          SILVER,
          Entity.USERS,
          SilverUser.class,
          new Columns<SilverUser>()
              .requiredId("id", SilverUser::id)
              .text("username", SilverUser::username)
              .text("name", SilverUser::name)
              .text("location", SilverUser::location)
              .smallCount("followers_count", SilverUser::followersCount)
              .smallCount("following_count", SilverUser::followingCount)
              .smallCount("listed_count", SilverUser::listedCount)
              .smallCount("tweet_count", SilverUser::tweetCount)
              .flag("verified", SilverUser::verified)
              .requiredTime("import_date", SilverUser::importDate)
              .requiredText("file_name", SilverUser::fileName)
              .requiredTime("retrieved_at", SilverUser::retrievedAt)
              .requiredTime("first_retrieved_at", SilverUser::firstRetrievedAt)
              .time("created_at", SilverUser::createdAt)
              .text("description", SilverUser::description)
              .text("url", SilverUser::url)
              .text("verified_type", SilverUser::verifiedType)
              .text("subscription_type", SilverUser::subscriptionType)
              .flag("protected", SilverUser::isProtected)
              .text("profile_image_url", SilverUser::profileImageUrl)
              .id("pinned_tweet_id", SilverUser::pinnedTweetId)
              .count("like_count", SilverUser::likeCount)
              .count("media_count", SilverUser::mediaCount)
              .flag("retrieved_at_known", SilverUser::retrievedAtKnown),
          null,
          List.of("id", "retrieved_at"));

  /// `silver.places`, key `id`.
  public static final TableDefinition<SilverPlace> PLACES =
      TableDefinition.of(
          SILVER,
          Entity.PLACES,
          SilverPlace.class,
          new Columns<SilverPlace>()
              .requiredText("id", SilverPlace::id)
              .text("full_name", SilverPlace::fullName)
              .text("country", SilverPlace::country)
              .text("place_type", SilverPlace::placeType)
              .requiredTime("import_date", SilverPlace::importDate)
              .requiredText("file_name", SilverPlace::fileName)
              .requiredTime("retrieved_at", SilverPlace::retrievedAt)
              .requiredTime("first_retrieved_at", SilverPlace::firstRetrievedAt)
              .text("name", SilverPlace::name)
              .text("country_code", SilverPlace::countryCode)
              .degrees("west", SilverPlace::west)
              .degrees("south", SilverPlace::south)
              .degrees("east", SilverPlace::east)
              .degrees("north", SilverPlace::north)
              .texts("contained_within", SilverPlace::containedWithin)
              .flag("retrieved_at_known", SilverPlace::retrievedAtKnown),
          null,
          List.of("id", "retrieved_at"));

  /// `silver.media`, key `media_key`.
  public static final TableDefinition<SilverMedium> MEDIA =
      TableDefinition.of(
          SILVER,
          Entity.MEDIA,
          SilverMedium.class,
          new Columns<SilverMedium>()
              .requiredText("media_key", SilverMedium::mediaKey)
              .text("type", SilverMedium::type)
              .text("url", SilverMedium::url)
              .text("preview_image_url", SilverMedium::previewImageUrl)
              .text("alt_text", SilverMedium::altText)
              .count("width", SilverMedium::width)
              .count("height", SilverMedium::height)
              .count("duration_ms", SilverMedium::durationMs)
              .count("view_count", SilverMedium::viewCount)
              .variants("variants", SilverMedium::variants)
              .requiredTime("import_date", SilverMedium::importDate)
              .requiredText("file_name", SilverMedium::fileName)
              .requiredTime("retrieved_at", SilverMedium::retrievedAt)
              .requiredTime("first_retrieved_at", SilverMedium::firstRetrievedAt)
              .flag("retrieved_at_known", SilverMedium::retrievedAtKnown),
          null,
          List.of("media_key", "retrieved_at"));

  private SilverDefinitions() {}
}
