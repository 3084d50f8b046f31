package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.local.importing.format.ArchivePost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads whose archive of X it is: that stands in `account.js` beside the posts.
final class ArchiveAccount {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String FILE = "account.js";
  private static final int MOST_BYTES = 1 << 20;

  private ArchiveAccount() {}

  /// The user in the `account.js` beside a file; empty if there is none, or it cannot be read.
  static Optional<ObjectNode> beside(Path file) {
    Path script = file.resolveSibling(FILE);
    try {
      return Files.isRegularFile(script) && Files.size(script) <= MOST_BYTES
          ? user(Files.readString(script, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ObjectNode> user(String script) throws IOException {
    Optional<ScriptAssignment> assignment = ScriptAssignment.at(script);
    if (assignment.isEmpty()) {
      return Optional.empty();
    }
    JsonNode accounts = JSON.readTree(script.substring(assignment.get().length()));
    return accounts.path(0) instanceof ObjectNode account
        ? ArchivePost.account(account)
        : Optional.empty();
  }
}
