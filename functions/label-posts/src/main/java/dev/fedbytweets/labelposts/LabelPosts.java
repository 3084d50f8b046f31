package dev.fedbytweets.labelposts;

import dev.fedbytweets.contracts.gold.Portion;
import dev.fedbytweets.contracts.gold.ReadDays;
import dev.fedbytweets.contracts.gold.TakenDays;
import dev.fedbytweets.core.model.LabelModel;
import dev.fedbytweets.core.model.PostLabel;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.step.LabelPostsInput;
import dev.fedbytweets.core.step.LabelPostsOutput;
import dev.fedbytweets.core.step.Progress;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.models.TextClassifier;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.files.LiveRows;
import dev.fedbytweets.tables.gold.DayTable;
import dev.fedbytweets.tables.gold.TableDays;
import dev.fedbytweets.tables.schema.GoldDefinitions;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Labels the posts of the days that silver changed.
public final class LabelPosts {

  private static final Logger LOG = LoggerFactory.getLogger(LabelPosts.class);
  private static final String STEP = "label-posts";

  /// Changes with how posts are labelled, so that all are labelled anew.
  private static final String RULE = "1";

  private final LakeTables lake;
  private final ObjectStore store;
  private final TextClassifier sentiment;
  private final TextClassifier topics;
  private final Set<String> questionSubjects;
  private final InstantSource clock;
  private final long postsAtOnce;

  /// @param store of the lake
  /// @param questionSubjects the subjects whose posts are questions, and so have a topic
  /// @param postsAtOnce after which no further day is begun in one commit
  public LabelPosts(
      LakeTables lake,
      ObjectStore store,
      TextClassifier sentiment,
      TextClassifier topics,
      Set<String> questionSubjects,
      InstantSource clock,
      long postsAtOnce) {
    this.lake = Objects.requireNonNull(lake, "lake");
    this.store = Objects.requireNonNull(store, "store");
    this.sentiment = Objects.requireNonNull(sentiment, "sentiment");
    this.topics = Objects.requireNonNull(topics, "topics");
    this.questionSubjects = new TreeSet<>(questionSubjects);
    this.clock = Objects.requireNonNull(clock, "clock");
    this.postsAtOnce = postsAtOnce;
  }

  /// Labels until nothing is left or the time is up; at least one day, if there is any.
  ///
  /// @param deadline after which no further day is begun
  public LabelPostsOutput label(LabelPostsInput input, Instant deadline) {
    try {
      RunName run = input.run().name();
      noteModels(run);
      TakenDays sum = TakenDays.NONE;
      TakenDays last;
      do {
        last = labelSome(run, deadline);
        sum = sum.plus(last);
      } while (last.left() > 0 && clock.instant().isBefore(deadline));
      LOG.atInfo()
          .addKeyValue("days", sum.days())
          .addKeyValue("rows", sum.rows())
          .log("posts are labelled");
      return new LabelPostsOutput(
          last.left() > 0 ? Progress.MORE : Progress.DONE,
          sum.days(),
          last.left(),
          sum.read(),
          sum.rows());
    } catch (RuntimeException e) {
      throw TableFailures.classified(GoldDefinitions.POST_LABELS.toString(), e);
    }
  }

  /// How many days of silver changed since their posts were labelled.
  ///
  /// @param store of the lake
  public static int daysBehind(LakeTables lake, ObjectStore store) {
    return ReadDays.of(store, STEP)
        .changed(TableDays.of(lake, SilverDefinitions.TWEETS).fingerprints());
  }

  private TakenDays labelSome(RunName run, Instant deadline) {
    ReadDays read = ReadDays.of(store, STEP);
    try (DayTable<PostLabel> table =
        DayTable.open(lake, GoldDefinitions.POST_LABELS, label -> day(label.createdAt()))) {
      TableDays<SilverTweet> posts = TableDays.of(lake, SilverDefinitions.TWEETS);
      String rule =
          String.join(
              ",",
              RULE,
              sentiment.hash(),
              topics.hash(),
              String.join("+", questionSubjects),
              table.identity());
      PostLabelling labelling = new PostLabelling(sentiment, topics, questionSubjects);
      return read.takeIn(
          rule,
          posts.fingerprints(),
          new Portion(postsAtOnce, deadline, clock),
          day -> {
            table.replace(day);
            posts.forEach(day, post -> labelling.of(post).forEach(table::add));
            return posts.rows(day);
          },
          () -> table.commit(run));
    }
  }

  /// Adds the models to the table of models, if they are new.
  private void noteModels(RunName run) {
    try (DayTable<LabelModel> table =
        DayTable.open(lake, GoldDefinitions.MODELS, LabelModel::day)) {
      List<LabelModel> known = new ArrayList<>();
      lake.existing(GoldDefinitions.MODELS)
          .ifPresent(
              models -> LiveRows.forEach(models, GoldDefinitions.MODELS.binding(), known::add));
      List<TextClassifier> unknown =
          List.of(sentiment, topics).stream()
              .filter(model -> known.stream().noneMatch(row -> row.hash().equals(model.hash())))
              .toList();
      if (unknown.isEmpty()) {
        return;
      }
      LocalDate today = day(clock.instant());
      table.replace(today);
      known.stream().filter(row -> row.day().equals(today)).forEach(table::add);
      unknown.forEach(
          model ->
              table.add(
                  new LabelModel(
                      today,
                      model.name(),
                      model.hash(),
                      model.labels(),
                      model.languages().stream().sorted().toList())));
      table.commit(run);
    }
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
