package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.JsonCursor.first;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Reads what X found in a user's profile: here only the address, expanded.
final class UserEntities {

  private static final Set<String> UNUSED = Set.of("description");

  String url;

  void read(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "url" -> readUrl(in);
        default -> in.leave(UNUSED);
      }
    }
  }

  private void readUrl(JsonCursor in) throws IOException {
    for (String name = in.firstName(); name != null; name = in.nextName()) {
      switch (name) {
        case "urls" -> readUrls(in.list(Address::read));
        default -> in.leave(Set.of());
      }
    }
  }

  private void readUrls(List<String> urls) {
    url = first(url, urls == null ? null : urls.getFirst());
  }
}
