package dev.fedbytweets.local.importing.format;

import static dev.fedbytweets.local.importing.format.JsonFields.object;
import static dev.fedbytweets.local.importing.format.JsonFields.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.core.model.DataKind;
import java.util.List;

/// A user of X's API v2 without the page, alone or in a flattened post.
final class FlatUser implements SourceFormat {

  @Override
  public SourceKind kind(ObjectNode json) {
    return SourceKind.USER;
  }

  @Override
  public boolean matches(ObjectNode json) {
    return text(json, "id").isPresent() && EmptyFields.kind(json) == DataKind.USERS;
  }

  @Override
  public void convert(ObjectNode json, PageDraft draft) {
    EmptyFields.remove(json);
    unfold(json, draft, 0);
    json.remove(List.of("__twarc", "matching_rules"));
    draft.addUser(json);
  }

  /// Adds a user to `includes`, unless no more than an identifier is known.
  static void include(ObjectNode user, PageDraft draft, int depth) {
    if (user.has("username")) {
      unfold(user, draft, depth);
      draft.include("users", "id", user);
    }
  }

  private static void unfold(ObjectNode user, PageDraft draft, int depth) {
    FlatPost.unfoldMentions(user, draft, depth);
    object(user, "pinned_tweet")
        .filter(post -> post.has("text"))
        .ifPresent(post -> FlatPost.include(post, draft, depth));
    user.remove("pinned_tweet");
  }
}
