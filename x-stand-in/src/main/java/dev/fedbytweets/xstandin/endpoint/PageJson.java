package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.json.FieldSelection;
import dev.fedbytweets.xstandin.json.FieldVocabulary;
import dev.fedbytweets.xstandin.json.MediumJson;
import dev.fedbytweets.xstandin.json.PlaceJson;
import dev.fedbytweets.xstandin.json.PostJson;
import dev.fedbytweets.xstandin.json.UserJson;
import dev.fedbytweets.xstandin.json.XJson;
import dev.fedbytweets.xstandin.posts.Author;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes a page: `data`, `includes` and `meta`, with what was asked for and no more.
public final class PageJson {

  private static final FieldSelection EVERYTHING = FieldSelection.everything();

  private final FieldSelection selection;
  private final Instant seenAt;

  PageJson(FieldSelection selection, Instant seenAt) {
    this.selection = selection;
    this.seenAt = seenAt;
  }

  /// The whole page, in `tweet` words.
  ObjectNode document(PageFinder.Page page, Includes found) {
    ObjectNode document = XJson.object();
    if (!page.posts().isEmpty()) {
      ArrayNode data = document.putArray("data");
      page.posts().forEach(post -> data.add(post(post)));
    }
    includes(document, found);
    meta(document.putObject("meta"), page);
    return document;
  }

  /// The body of a last page with every field that the stand-in knows, the authors and the places,
  /// in `tweet` words.
  ///
  /// @param posts newest first
  /// @param seenAt when X is asked: counts depend on it
  public static byte[] complete(List<MadeUpPost> posts, Instant seenAt) {
    Includes includes = Includes.of(posts, EVERYTHING, List.of());
    PageFinder.Page page = new PageFinder.Page(null, posts, Optional.empty());
    return XJson.bytes(new PageJson(EVERYTHING, seenAt).document(page, includes));
  }

  /// The page in the vocabulary that the rules want.
  static JsonNode translated(
      ObjectNode document, SearchRules.ResponseVocabulary vocabulary, FieldVocabulary asked) {
    return switch (vocabulary) {
      case AS_ASKED -> asked.translated(document);
      case MIXED -> FieldVocabulary.mixed(document);
    };
  }

  private void includes(ObjectNode document, Includes found) {
    ObjectNode includes = XJson.object();
    list(includes, "users", found.users(), this::user);
    list(includes, "places", found.places(), place -> selection.ofPlace(PlaceJson.document(place)));
    list(includes, "tweets", found.posts(), this::post);
    list(includes, "media", found.media(), key -> selection.ofMedium(MediumJson.document(key)));
    if (!includes.isEmpty()) {
      document.set("includes", includes);
    }
  }

  private static <T> void list(
      ObjectNode includes, String name, Collection<T> elements, Function<T, ObjectNode> written) {
    if (!elements.isEmpty()) {
      ArrayNode list = includes.putArray(name);
      elements.forEach(element -> list.add(written.apply(element)));
    }
  }

  private ObjectNode post(MadeUpPost post) {
    return selection.ofPost(PostJson.document(post, seenAt));
  }

  private ObjectNode user(Author author) {
    return selection.ofUser(UserJson.document(author, seenAt));
  }

  private static void meta(ObjectNode meta, PageFinder.Page page) {
    List<MadeUpPost> posts = page.posts();
    if (!posts.isEmpty()) {
      meta.put("newest_id", Long.toString(posts.getFirst().id()));
      meta.put("oldest_id", Long.toString(posts.getLast().id()));
    }
    meta.put("result_count", posts.size());
    page.next().ifPresent(next -> meta.put("next_token", next.token()));
  }
}
