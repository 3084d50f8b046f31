package dev.fedbytweets.bench.pages;

import dev.fedbytweets.xstandin.endpoint.PageJson;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.NumberedPosts;
import dev.fedbytweets.xstandin.posts.PostReference;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Response pages of X with made-up posts, their authors and places: 100 posts a page, about
/// 180 kB. One post of ten was on an earlier page and comes again with newer counts. The same seed
/// gives the same pages.
public final class PageGenerator {

  /// Posts of a page.
  public static final int POSTS = 100;

  /// Of these, not seen on an earlier page.
  public static final int NEW_POSTS = 90;

  private final long seed;
  private final Story story;
  private final NumberedPosts posts;

  /// @param seed of everything but the numbers of the posts
  /// @param story which posts there are
  public PageGenerator(long seed, Story story) {
    this.seed = seed;
    this.story = story;
    this.posts = new NumberedPosts(seed, story.times());
  }

  /// A response body, UTF-8.
  ///
  /// @param number from 0
  public byte[] page(int number) {
    return parts(number, 1).getFirst();
  }

  /// The same posts on several small pages, which X answers with at the same time.
  ///
  /// @param number from 0
  /// @param count how many pages; fewer, if there are fewer posts
  public List<byte[]> parts(int number, int count) {
    List<MadeUpPost> page =
        withoutRetweetsOfEachOther(numbers(number).stream().map(posts::post).toList());
    return IntStream.range(0, count)
        .mapToObj(part -> page.subList(start(page, part, count), start(page, part + 1, count)))
        .filter(part -> !part.isEmpty())
        .map(part -> PageJson.complete(part, PageFolder.retrieved(number)))
        .toList();
  }

  private static int start(List<MadeUpPost> page, int part, int count) {
    return page.size() * part / count;
  }

  /// A retweet takes over the text of the post that it repeats, if both are on one page. The others
  /// that run beside ours do not.
  private static List<MadeUpPost> withoutRetweetsOfEachOther(List<MadeUpPost> page) {
    Set<Long> ids = page.stream().map(MadeUpPost::id).collect(Collectors.toSet());
    return page.stream()
        .map(post -> repeatsOneOf(ids, post) ? post.withoutReference() : post)
        .toList();
  }

  private static boolean repeatsOneOf(Set<Long> ids, MadeUpPost post) {
    return post.isRelated(PostReference.Type.RETWEETED) && ids.contains(post.reference().id());
  }

  /// The numbers of the page's posts, newest first: the next new ones and, where there are enough
  /// of before, some of these.
  private List<Long> numbers(int page) {
    SplittableRandom random = new SplittableRandom(seed ^ page * 0x9E3779B97F4A7C15L);
    long first = story.firstOf(page);
    long seenBelow = story.seenBelow(page);
    TreeSet<Long> numbers = new TreeSet<>();
    while (seenBelow - story.oldest() >= POSTS - NEW_POSTS && numbers.size() < POSTS - NEW_POSTS) {
      numbers.add(random.nextLong(story.oldest(), seenBelow));
    }
    LongStream.range(first, first + NEW_POSTS).forEach(numbers::add);
    return List.copyOf(numbers.descendingSet());
  }
}
