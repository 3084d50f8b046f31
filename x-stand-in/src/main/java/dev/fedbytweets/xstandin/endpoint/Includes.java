package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.xstandin.json.FieldSelection;
import dev.fedbytweets.xstandin.posts.Author;
import dev.fedbytweets.xstandin.posts.MadeUpPlace;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.PostReference;
import dev.fedbytweets.xstandin.posts.PostSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the expansions of a request lead to, each once, in the order of the posts.
///
/// @param users without those that X leaves out
/// @param media their keys
record Includes(
    List<Author> users, List<MadeUpPlace> places, List<MadeUpPost> posts, List<String> media) {

  /// @param world where referenced posts are looked up
  static Includes of(List<MadeUpPost> page, FieldSelection selection, PostSource world) {
    return of(
        page,
        selection,
        selection.expands("referenced_tweets.id") ? referenced(page, world) : List.of());
  }

  static Includes of(List<MadeUpPost> page, FieldSelection selection, List<MadeUpPost> referenced) {
    return new Includes(
        users(page, referenced, selection),
        places(page, selection),
        referenced,
        media(page, selection));
  }

  private static List<MadeUpPost> referenced(List<MadeUpPost> page, PostSource world) {
    return page.stream()
        .map(MadeUpPost::reference)
        .filter(Objects::nonNull)
        .map(PostReference::id)
        .distinct()
        .map(world::find)
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Author> users(
      List<MadeUpPost> page, List<MadeUpPost> referenced, FieldSelection selection) {
    Stream<Author> authors =
        selection.expands("author_id") ? page.stream().map(MadeUpPost::author) : Stream.empty();
    Stream<Author> answered =
        selection.expands("in_reply_to_user_id")
            ? page.stream()
                .filter(post -> post.isRelated(PostReference.Type.REPLIED_TO))
                .map(post -> post.reference().author())
            : Stream.empty();
    Stream<Author> others =
        selection.expands("referenced_tweets.id.author_id")
            ? referenced.stream().map(MadeUpPost::author)
            : Stream.empty();
    return Stream.of(authors, answered, others)
        .flatMap(some -> some)
        .filter(author -> author.standing().inIncludes())
        .distinct()
        .toList();
  }

  private static List<MadeUpPlace> places(List<MadeUpPost> page, FieldSelection selection) {
    if (!selection.expands("geo.place_id")) {
      return List.of();
    }
    return page.stream()
        .filter(post -> post.geo() != null && post.geo().place() != null)
        .map(post -> post.geo().place())
        .distinct()
        .toList();
  }

  private static List<String> media(List<MadeUpPost> page, FieldSelection selection) {
    if (!selection.expands("attachments.media_keys")) {
      return List.of();
    }
    return page.stream().map(MadeUpPost::mediaKey).filter(Objects::nonNull).distinct().toList();
  }
}
