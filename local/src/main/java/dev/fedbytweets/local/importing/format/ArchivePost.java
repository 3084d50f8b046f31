package dev.fedbytweets.local.importing.format;

import static dev.fedbytweets.local.importing.format.JsonFields.object;
import static dev.fedbytweets.local.importing.format.JsonFields.set;
import static dev.fedbytweets.local.importing.format.JsonFields.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// A post in the archive that X gives to a user: `{"tweet":{...}}`, the post as in API v1.1 but
/// without its user, who stands in another file.
public final class ArchivePost implements SourceFormat {

  private static final String POST = "tweet";
  private static final String ACCOUNT = "account";

  private final LegacyPost posts = new LegacyPost();

  @Override
  public SourceKind kind(ObjectNode json) {
    return SourceKind.X_ARCHIVE;
  }

  @Override
  public boolean matches(ObjectNode json) {
    return json.size() == 1 && object(json, POST).filter(posts::matches).isPresent();
  }

  @Override
  public void convert(ObjectNode json, PageDraft draft) {
    posts.convert(object(json, POST).orElseThrow(), draft);
  }

  /// The user of an archive, from an element of its `account.js`; empty if this is none. The
  /// address and whatever else is private stays out.
  public static Optional<ObjectNode> account(ObjectNode json) {
    return json.size() == 1
        ? object(json, ACCOUNT)
            .filter(account -> text(account, "accountId").isPresent())
            .map(ArchivePost::user)
        : Optional.empty();
  }

  private static ObjectNode user(ObjectNode account) {
    ObjectNode user = account.objectNode();
    set(user, "id", text(account, "accountId"));
    set(user, "username", text(account, "username"));
    set(user, "name", text(account, "accountDisplayName"));
    set(user, "created_at", text(account, "createdAt"));
    return user;
  }
}
