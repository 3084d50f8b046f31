package dev.fedbytweets.local.importing.format;

import static dev.fedbytweets.local.importing.format.JsonFields.object;
import static dev.fedbytweets.local.importing.format.JsonFields.objects;
import static dev.fedbytweets.local.importing.format.JsonFields.set;
import static dev.fedbytweets.local.importing.format.JsonFields.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.model.DataKind;
import java.util.List;
import java.util.stream.Stream;

/// A post of X's API v2 without its page. `twarc2 flatten` puts into it what stood in the page's
/// `includes`: its author, the one it replies to, who is mentioned, its place, its media and poll,
/// and the posts that it refers to, which hold the same again. All of it goes back to `includes`.
final class FlatPost implements SourceFormat {

  /// Deeper, nothing is looked for.
  private static final int DEEPEST = 4;

  private static final List<String> REFERENCES = List.of("referenced_tweets", "referenced_posts");
  private static final List<String> NOTES = List.of("note_tweet", "note_post");

  @Override
  public SourceKind kind(ObjectNode json) {
    return json.path("author").isObject() ? SourceKind.FLATTENED : SourceKind.POST;
  }

  @Override
  public boolean matches(ObjectNode json) {
    return text(json, "id").isPresent() && EmptyFields.kind(json) == DataKind.POSTS;
  }

  @Override
  public void convert(ObjectNode json, PageDraft draft) {
    EmptyFields.remove(json);
    unfold(json, draft, 0);
    json.remove(List.of("__twarc", "matching_rules"));
    draft.addPost(json);
  }

  /// Moves what stands in a post to `includes`.
  static void unfold(ObjectNode post, PageDraft draft, int depth) {
    object(post, "author")
        .ifPresent(
            author -> {
              if (!post.has("author_id")) {
                set(post, "author_id", text(author, "id"));
              }
              FlatUser.include(author, draft, depth);
              post.remove("author");
            });
    object(post, "in_reply_to_user")
        .ifPresent(
            user -> {
              FlatUser.include(user, draft, depth);
              post.remove("in_reply_to_user");
            });
    unfoldMentions(post, draft, depth);
    NOTES.stream()
        .flatMap(name -> object(post, name).stream())
        .forEach(note -> unfoldMentions(note, draft, depth));
    object(post, "attachments").ifPresent(attachments -> unfoldMedia(attachments, draft));
    object(post, "geo").ifPresent(geo -> unfoldPlace(geo, draft));
    REFERENCES.stream()
        .flatMap(name -> objects(post, name))
        .forEach(reference -> unfoldReference(reference, draft, depth));
  }

  /// Moves the users out of the mentions in the `entities` of a post, a note or a description.
  static void unfoldMentions(ObjectNode holder, PageDraft draft, int depth) {
    object(holder, "entities").stream()
        .flatMap(
            entities ->
                Stream.concat(Stream.of(entities), object(entities, "description").stream()))
        .flatMap(entities -> objects(entities, "mentions"))
        .filter(mention -> mention.has("name"))
        .forEach(
            mention -> {
              ObjectNode user = mention.deepCopy();
              user.remove(List.of("start", "end"));
              FlatUser.include(user, draft, depth);
              mention.retain("start", "end", "username", "id");
            });
  }

  private static void unfoldMedia(ObjectNode attachments, PageDraft draft) {
    objects(attachments, "media").forEach(medium -> draft.include("media", "media_key", medium));
    object(attachments, "poll").ifPresent(poll -> draft.include("polls", "id", poll));
    attachments.remove(List.of("media", "poll"));
  }

  private static void unfoldPlace(ObjectNode geo, PageDraft draft) {
    if (geo.has("full_name")) {
      ObjectNode place = geo.deepCopy();
      place.remove(List.of("place_id", "coordinates"));
      set(place, "id", text(geo, "place_id", "id"));
      draft.include("places", "id", place);
      geo.retain("place_id", "coordinates");
    }
  }

  private static void unfoldReference(ObjectNode reference, PageDraft draft, int depth) {
    if (reference.has("text") && depth < DEEPEST) {
      ObjectNode post = reference.deepCopy();
      post.remove("type");
      include(post, draft, depth);
    }
    reference.retain("type", "id");
  }

  /// Adds a post to `includes`.
  static void include(ObjectNode post, PageDraft draft, int depth) {
    unfold(post, draft, depth + 1);
    draft.include("tweets", "id", post);
  }
}
