package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/// Objects that are often found beside posts, and are none.
final class RefusedObjects {

  /// What a stream of X's API v1.1 says beside its posts, each as the only field of an object.
  private static final Set<String> NOTICES =
      Set.of(
          "delete",
          "limit",
          "warning",
          "disconnect",
          "scrub_geo",
          "status_withheld",
          "user_withheld",
          "friends",
          "friends_str",
          "info");

  private RefusedObjects() {}

  /// Why an object is no post, if it is known; empty if it is not.
  static Optional<RejectionReason> reason(ObjectNode json) {
    if (json.size() == 1 && NOTICES.contains(json.fieldNames().next())) {
      return Optional.of(RejectionReason.NOTICE);
    }
    boolean isError = json.has("title") && (json.has("resource_type") || json.has("type"));
    return isError ? Optional.of(RejectionReason.ERROR) : Optional.empty();
  }
}
