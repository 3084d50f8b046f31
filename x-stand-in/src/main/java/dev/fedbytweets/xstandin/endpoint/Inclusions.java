package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.xstandin.json.FieldSelection;
import dev.fedbytweets.xstandin.posts.Author;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import dev.fedbytweets.xstandin.posts.Place;
import dev.fedbytweets.xstandin.posts.Relation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the expansions of a request lead to, each once, in the order of the posts.
///
/// @param users without those that X leaves out
record Inclusions(List<Author> users, List<Place> places, List<MadeUpPost> posts) {

  static Inclusions of(List<MadeUpPost> page, FieldSelection selection, MadeUpPosts world) {
    List<MadeUpPost> referenced =
        selection.expands("referenced_tweets.id")
            ? page.stream()
                .map(MadeUpPost::relation)
                .filter(Objects::nonNull)
                .map(Relation::id)
                .distinct()
                .map(world::find)
                .flatMap(Optional::stream)
                .toList()
            : List.of();
    return new Inclusions(users(page, referenced, selection), places(page, selection), referenced);
  }

  private static List<Author> users(
      List<MadeUpPost> page, List<MadeUpPost> referenced, FieldSelection selection) {
    Stream<Author> authors =
        selection.expands("author_id") ? page.stream().map(MadeUpPost::author) : Stream.empty();
    Stream<Author> answered =
        selection.expands("in_reply_to_user_id")
            ? page.stream()
                .filter(post -> post.isRelated(Relation.Type.REPLIED_TO))
                .map(post -> post.relation().author())
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

  private static List<Place> places(List<MadeUpPost> page, FieldSelection selection) {
    if (!selection.expands("geo.place_id")) {
      return List.of();
    }
    return page.stream()
        .filter(post -> post.geo() != null && post.geo().place() != null)
        .map(post -> post.geo().place())
        .distinct()
        .toList();
  }
}
