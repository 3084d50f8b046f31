package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import java.util.List;
import java.util.Optional;

/// Makes up what a post says, from the fact that it exists. The same slot always says the same.
final class PostWriter {

  private static final long KEY = 0x706F_7374L;
  private static final int MOST_CODE_POINTS = 280;

  private final long seed;
  private final Authors authors;
  private final Targets targets;

  PostWriter(long seed, Authors authors, Timetable timetable) {
    this.seed = seed;
    this.authors = authors;
    this.targets = new Targets(timetable);
  }

  /// @param versions those that exist at the time of the look, not empty; the last is written
  MadeUpPost write(Slot slot, List<Long> versions) {
    Dice dice = Dice.of(seed, slot.id(), KEY);
    Optional<Slot> target = targets.of(slot, dice);
    return target.isPresent() && slot.kind() == PostKind.RETWEET
        ? retweet(slot, target.get(), dice)
        : own(draft(slot, versions, target, dice), versions, dice);
  }

  private Draft draft(Slot slot, List<Long> versions, Optional<Slot> target, Dice dice) {
    return new Draft(
        slot.id(),
        authors.number(slot.author()),
        Language.thrown(dice),
        Topic.thrown(dice),
        target.map(earlier -> relation(slot.kind(), earlier)).orElse(null),
        dice.oneIn(10) ? "3_" + slot.id() : null,
        versions.size() > 1);
  }

  private MadeUpPost own(Draft draft, List<Long> versions, Dice dice) {
    Wording wording = new Wording(dice, authors);
    ComposedText whole = wording.whole(draft);
    boolean isLong = whole.length() > MOST_CODE_POINTS;
    return new MadeUpPost(
        versions.getLast(),
        versions,
        draft.author(),
        draft.language().tag(),
        draft.topics(),
        isLong ? wording.cut(whole, MOST_CODE_POINTS, versions.getLast()) : whole,
        isLong ? whole : null,
        draft.mediaKey(),
        draft.relation(),
        GeoTag.thrown(dice),
        Marks.thrown(dice),
        Reach.thrown(dice, Snowflake.timeOf(draft.firstId())));
  }

  private MadeUpPost retweet(Slot slot, Slot target, Dice dice) {
    MadeUpPost original = write(target, List.of(target.id()));
    return new MadeUpPost(
        slot.id(),
        List.of(slot.id()),
        authors.number(slot.author()),
        original.lang(),
        original.topics(),
        Wording.passedOn(original.author(), original.text()),
        null,
        null,
        relation(slot.kind(), target),
        null,
        Marks.thrown(dice),
        original.reach());
  }

  private Relation relation(PostKind kind, Slot target) {
    Relation.Type type =
        switch (kind) {
          case RETWEET -> Relation.Type.RETWEETED;
          case QUOTE -> Relation.Type.QUOTED;
          case REPLY -> Relation.Type.REPLIED_TO;
          case ORIGINAL -> throw new IllegalArgumentException("an original post has no target");
        };
    return new Relation(type, target.id(), authors.number(target.author()));
  }
}
