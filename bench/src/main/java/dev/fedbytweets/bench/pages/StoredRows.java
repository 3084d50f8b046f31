package dev.fedbytweets.bench.pages;

import dev.fedbytweets.core.model.FoundAs;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.core.model.SilverUser;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.xstandin.posts.Author;
import dev.fedbytweets.xstandin.posts.ComposedText;
import dev.fedbytweets.xstandin.posts.Engagement;
import dev.fedbytweets.xstandin.posts.Entities;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.NumberedPosts;
import dev.fedbytweets.xstandin.posts.PostReference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;

/// What silver tables hold already of the posts and users that pages have: the rows that earlier
/// pages would have become.
public final class StoredRows {

  private static final RunName RUN = new RunName("earlier-run");

  private final NumberedPosts posts;

  /// @param times when the post of each number was written
  public StoredRows(long seed, LongFunction<Instant> times) {
    this.posts = new NumberedPosts(seed, times);
  }

  /// The row of the post of this number, seen a minute after it was written.
  public SilverTweet tweet(long number) {
    MadeUpPost post = posts.post(number);
    Instant retrieved = post.createdAt().plusSeconds(60);
    ComposedText text = post.note() == null ? post.text() : post.note();
    Entities entities = post.text().entities();
    PostReference reference = post.reference();
    Engagement seen = post.engagement();
    return new SilverTweet(
        post.id(),
        post.createdAt(),
        post.author().id(),
        post.text().decoded(),
        post.geo() == null ? null : post.geo().place().id(),
        PageFolder.SUBJECT.value(),
        retrieved,
        fileName(retrieved, number),
        text.decoded(),
        retrieved,
        retrieved,
        post.lang(),
        post.conversation(),
        post.isRelated(PostReference.Type.REPLIED_TO) ? reference.author().id() : null,
        post.flags().sensitive(),
        post.flags().replySettings(),
        seen.repostsAt(retrieved),
        seen.repliesAt(retrieved),
        seen.likesAt(retrieved),
        seen.quotesAt(retrieved),
        seen.bookmarksAt(retrieved),
        seen.impressionsAt(retrieved),
        list(entities.hashtags(), tag -> tag.tag().toLowerCase(Locale.ROOT)),
        list(entities.cashtags(), Entities.Tagged::tag),
        list(entities.mentions(), Entities.Mention::username),
        list(entities.links(), Entities.Link::expanded),
        reference == null ? null : reference.type().name().toLowerCase(Locale.ROOT),
        reference == null ? null : reference.id(),
        post.id(),
        true,
        null,
        null,
        null,
        null,
        true,
        FoundAs.RESULT.columnValue(),
        post.mediaKey() == null ? null : List.of(post.mediaKey()));
  }

  /// The row of the user of this number.
  ///
  /// @param retrieved when it was seen
  public SilverUser user(long number, Instant retrieved) {
    Author author = posts.author((int) number);
    return new SilverUser(
        author.id(),
        author.username(),
        author.name(),
        author.location(),
        (int) author.followersAt(retrieved),
        (int) author.followingAt(retrieved),
        (int) author.listedAt(retrieved),
        (int) author.postsAt(retrieved),
        author.isVerified(),
        retrieved,
        fileName(retrieved, number),
        retrieved,
        retrieved,
        author.createdAt(),
        author.description(),
        author.website(),
        author.standing().verifiedType(),
        author.standing().subscriptionType(),
        false,
        author.imageUrl(),
        author.pinnedPost().orElse(null),
        author.likesAt(retrieved),
        author.mediaAt(retrieved),
        true);
  }

  private static <T> List<String> list(List<T> entities, Function<T, String> value) {
    return entities.isEmpty() ? null : entities.stream().map(value).toList();
  }

  private static String fileName(Instant retrieved, long number) {
    LocalDate day = LocalDate.ofInstant(retrieved, ZoneOffset.UTC);
    int page = (int) (number / PageGenerator.POSTS % 10_000) + 1;
    return PageKey.numbered(PageFolder.SUBJECT, day, RUN, page).fileName();
  }
}
