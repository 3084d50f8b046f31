package dev.fedbytweets.tables.schema;

import static dev.fedbytweets.core.model.Layer.GOLD;

import dev.fedbytweets.core.model.DayDomain;
import dev.fedbytweets.core.model.DayEngagement;
import dev.fedbytweets.core.model.DayHashtag;
import dev.fedbytweets.core.model.DayPlace;
import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.DayTopic;
import dev.fedbytweets.core.model.GoldTable;
import dev.fedbytweets.core.model.HourVolume;
import dev.fedbytweets.core.model.LabelModel;
import dev.fedbytweets.core.model.PostLabel;
import dev.fedbytweets.core.model.RunCollection;
import java.util.List;

/// The gold tables: what is said about posts, without their authors and texts. Labels are
/// partitioned by day, the others, which are small, by month.
public final class GoldDefinitions {

  private static final String DAY = "day";

  /// `gold.post_labels`, key (`post_id`, `subject`, `model`).
  public static final TableDefinition<PostLabel> POST_LABELS =
      TableDefinition.of(
          GOLD,
          GoldTable.POST_LABELS,
          PostLabel.class,
          new Columns<PostLabel>()
              .requiredId("post_id", PostLabel::postId)
              .requiredText("subject", PostLabel::subject)
              .requiredTime("created_at", PostLabel::createdAt)
              .text("lang", PostLabel::lang)
              .requiredText("model", PostLabel::model)
              .requiredText("model_hash", PostLabel::modelHash)
              .requiredText("label", PostLabel::label)
              .requiredNumber("probability", PostLabel::probability)
              .number("negative", PostLabel::negative)
              .number("neutral", PostLabel::neutral)
              .number("positive", PostLabel::positive)
              .requiredFlag("is_counted", PostLabel::isCounted),
          "created_at",
          List.of("post_id", "subject", "created_at"));

  /// `gold.volume_by_hour`, key (`day`, `hour`, `subject`).
  public static final TableDefinition<HourVolume> VOLUME_BY_HOUR =
      define(
          GoldTable.VOLUME_BY_HOUR,
          HourVolume.class,
          new Columns<HourVolume>()
              .requiredDate(DAY, HourVolume::day)
              .requiredSmallCount("hour", HourVolume::hour)
              .requiredText("subject", HourVolume::subject)
              .requiredCount("posts", HourVolume::posts)
              .requiredCount("replies", HourVolume::replies)
              .requiredCount("quotes", HourVolume::quotes)
              .requiredCount("retweets", HourVolume::retweets));

  /// `gold.sentiment_by_day`, key (`day`, `subject`, `lang`).
  public static final TableDefinition<DaySentiment> SENTIMENT_BY_DAY =
      define(
          GoldTable.SENTIMENT_BY_DAY,
          DaySentiment.class,
          new Columns<DaySentiment>()
              .requiredDate(DAY, DaySentiment::day)
              .requiredText("subject", DaySentiment::subject)
              .requiredText("lang", DaySentiment::lang)
              .text("model_hash", DaySentiment::modelHash)
              .requiredCount("posts", DaySentiment::posts)
              .requiredCount("scored", DaySentiment::scored)
              .requiredCount("negative", DaySentiment::negative)
              .requiredCount("neutral", DaySentiment::neutral)
              .requiredCount("positive", DaySentiment::positive)
              .number("negative_share", DaySentiment::negativeShare)
              .number("negative_low", DaySentiment::negativeLow)
              .number("negative_high", DaySentiment::negativeHigh)
              .number("neutral_share", DaySentiment::neutralShare)
              .number("neutral_low", DaySentiment::neutralLow)
              .number("neutral_high", DaySentiment::neutralHigh)
              .number("positive_share", DaySentiment::positiveShare)
              .number("positive_low", DaySentiment::positiveLow)
              .number("positive_high", DaySentiment::positiveHigh));

  /// `gold.topics_by_day`, key (`day`, `subject`, `topic`).
  public static final TableDefinition<DayTopic> TOPICS_BY_DAY =
      define(
          GoldTable.TOPICS_BY_DAY,
          DayTopic.class,
          new Columns<DayTopic>()
              .requiredDate(DAY, DayTopic::day)
              .requiredText("subject", DayTopic::subject)
              .requiredText("topic", DayTopic::topic)
              .requiredText("model_hash", DayTopic::modelHash)
              .requiredCount("posts", DayTopic::posts)
              .requiredNumber("share", DayTopic::share));

  /// `gold.top_hashtags_by_day`, key (`day`, `subject`, `hashtag`).
  public static final TableDefinition<DayHashtag> TOP_HASHTAGS_BY_DAY =
      define(
          GoldTable.TOP_HASHTAGS_BY_DAY,
          DayHashtag.class,
          new Columns<DayHashtag>()
              .requiredDate(DAY, DayHashtag::day)
              .requiredText("subject", DayHashtag::subject)
              .requiredText("hashtag", DayHashtag::hashtag)
              .requiredSmallCount("rank", DayHashtag::rank)
              .requiredCount("posts", DayHashtag::posts));

  /// `gold.top_domains_by_day`, key (`day`, `subject`, `domain`).
  public static final TableDefinition<DayDomain> TOP_DOMAINS_BY_DAY =
      define(
          GoldTable.TOP_DOMAINS_BY_DAY,
          DayDomain.class,
          new Columns<DayDomain>()
              .requiredDate(DAY, DayDomain::day)
              .requiredText("subject", DayDomain::subject)
              .requiredText("domain", DayDomain::domain)
              .requiredSmallCount("rank", DayDomain::rank)
              .requiredCount("posts", DayDomain::posts));

  /// `gold.places_by_day`, key (`day`, `subject`, `place_id`).
  public static final TableDefinition<DayPlace> PLACES_BY_DAY =
      define(
          GoldTable.PLACES_BY_DAY,
          DayPlace.class,
          new Columns<DayPlace>()
              .requiredDate(DAY, DayPlace::day)
              .requiredText("subject", DayPlace::subject)
              .requiredText("place_id", DayPlace::placeId)
              .text("full_name", DayPlace::fullName)
              .text("country_code", DayPlace::countryCode)
              .requiredCount("posts", DayPlace::posts));

  /// `gold.engagement_by_day`, key (`day`, `subject`).
  public static final TableDefinition<DayEngagement> ENGAGEMENT_BY_DAY =
      define(
          GoldTable.ENGAGEMENT_BY_DAY,
          DayEngagement.class,
          new Columns<DayEngagement>()
              .requiredDate(DAY, DayEngagement::day)
              .requiredText("subject", DayEngagement::subject)
              .requiredCount("posts", DayEngagement::posts)
              .requiredCount("authors", DayEngagement::authors)
              .requiredCount("likes", DayEngagement::likes)
              .requiredCount("replies", DayEngagement::replies)
              .requiredCount("retweets", DayEngagement::retweets)
              .requiredCount("quotes", DayEngagement::quotes)
              .requiredCount("bookmarks", DayEngagement::bookmarks)
              .requiredCount("impressions", DayEngagement::impressions));

  /// `gold.collection_by_run`, key (`day`, `run_id`, `subject`).
  public static final TableDefinition<RunCollection> COLLECTION_BY_RUN =
      define(
          GoldTable.COLLECTION_BY_RUN,
          RunCollection.class,
          new Columns<RunCollection>()
              .requiredDate(DAY, RunCollection::day)
              .requiredText("run_id", RunCollection::runId)
              .requiredText("subject", RunCollection::subject)
              .requiredTime("first_at", RunCollection::firstAt)
              .requiredCount("posts", RunCollection::posts)
              .requiredCount("media", RunCollection::media)
              .requiredNumber("charge_usd", RunCollection::chargeUsd)
              .requiredCount("quarantined", RunCollection::quarantined));

  /// `gold.models`, key (`name`, `hash`).
  public static final TableDefinition<LabelModel> MODELS =
      define(
          GoldTable.MODELS,
          LabelModel.class,
          new Columns<LabelModel>()
              .requiredDate(DAY, LabelModel::day)
              .requiredText("name", LabelModel::name)
              .requiredText("hash", LabelModel::hash)
              .texts("labels", LabelModel::labels)
              .texts("languages", LabelModel::languages));

  private GoldDefinitions() {}

  private static <R extends Record> TableDefinition<R> define(
      GoldTable name, Class<R> row, Columns<R> columns) {
    return TableDefinition.of(GOLD, name, row, columns, DAY, List.of(DAY));
  }
}
