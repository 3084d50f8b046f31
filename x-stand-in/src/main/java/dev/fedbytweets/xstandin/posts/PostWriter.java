package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import java.util.List;
import java.util.Optional;

/// Makes up what a post says, from the fact that it exists. The same outline always says the same.
final class PostWriter {

  private static final long KEY = 0x706F_7374L;
  private static final int MOST_CODE_POINTS = 280;
  private static final int HOURS_BACK = 6;

  private final long seed;
  private final Authors authors;
  private final PostSchedule schedule;

  PostWriter(long seed, Authors authors, PostSchedule schedule) {
    this.seed = seed;
    this.authors = authors;
    this.schedule = schedule;
  }

  /// @param versions those that exist at the time of the look, not empty; the last is written
  MadeUpPost write(PostOutline outline, List<Long> versions) {
    SeededRandom random = SeededRandom.of(seed, outline.id(), KEY);
    Optional<PostOutline> target = target(outline, random);
    return target.isPresent() && outline.kind() == PostOutline.Kind.RETWEET
        ? retweet(outline, target.get(), random)
        : own(draft(outline, versions, target, random), versions, random);
  }

  /// The earlier post that a reply, quote or retweet belongs to: an original one of the last hours,
  /// so that looking it up never leads further back. Empty for an original post, and where nothing
  /// was said in the hour that was looked at.
  private Optional<PostOutline> target(PostOutline outline, SeededRandom random) {
    if (outline.kind() == PostOutline.Kind.ORIGINAL) {
      return Optional.empty();
    }
    long hour = PostSchedule.hourOf(Snowflake.timeOf(outline.id())) - random.between(1, HOURS_BACK);
    List<PostOutline> originals =
        schedule.hour(hour).stream()
            .filter(other -> other.kind() == PostOutline.Kind.ORIGINAL)
            .toList();
    return originals.isEmpty() ? Optional.empty() : Optional.of(random.pick(originals));
  }

  private PostTextWriter.Draft draft(
      PostOutline outline, List<Long> versions, Optional<PostOutline> target, SeededRandom random) {
    return new PostTextWriter.Draft(
        outline.id(),
        authors.number(outline.author()),
        Language.random(random),
        Topic.random(random),
        target.map(earlier -> reference(outline.kind(), earlier)).orElse(null),
        random.oneIn(10) ? "3_" + outline.id() : null,
        versions.size() > 1);
  }

  private MadeUpPost own(PostTextWriter.Draft draft, List<Long> versions, SeededRandom random) {
    PostTextWriter texts = new PostTextWriter(random, authors);
    ComposedText whole = texts.whole(draft);
    boolean isLong = whole.length() > MOST_CODE_POINTS;
    return new MadeUpPost(
        versions.getLast(),
        versions,
        draft.author(),
        draft.language().tag(),
        draft.topics(),
        isLong ? texts.cut(whole, MOST_CODE_POINTS, versions.getLast()) : whole,
        isLong ? whole : null,
        draft.mediaKey(),
        draft.reference(),
        GeoTag.random(random),
        PostFlags.random(random),
        Engagement.random(random, Snowflake.timeOf(draft.firstId())));
  }

  private MadeUpPost retweet(PostOutline outline, PostOutline target, SeededRandom random) {
    MadeUpPost original = write(target, List.of(target.id()));
    return new MadeUpPost(
        outline.id(),
        List.of(outline.id()),
        authors.number(outline.author()),
        original.lang(),
        original.topics(),
        PostTextWriter.passedOn(original.author(), original.text()),
        null,
        null,
        reference(outline.kind(), target),
        null,
        PostFlags.random(random),
        original.engagement());
  }

  private PostReference reference(PostOutline.Kind kind, PostOutline target) {
    PostReference.Type type =
        switch (kind) {
          case RETWEET -> PostReference.Type.RETWEETED;
          case QUOTE -> PostReference.Type.QUOTED;
          case REPLY -> PostReference.Type.REPLIED_TO;
          case ORIGINAL -> throw new IllegalArgumentException("an original post has no target");
        };
    return new PostReference(type, target.id(), authors.number(target.author()));
  }
}
