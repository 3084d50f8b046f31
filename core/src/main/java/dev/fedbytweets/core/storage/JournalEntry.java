package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.failure.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Announces pages before they are stored. As an object: lines of `from <key>` or `page <key>`.
public sealed interface JournalEntry {

  /// A page and the ones that its run stores after it, as many as will come.
  ///
  /// @param page a numbered one, not null
  record From(PageKey page) implements JournalEntry {

    public From {
      Objects.requireNonNull(page, "page");
      page.number();
    }
  }

  /// Exactly these pages, of which some may never have been stored.
  ///
  /// @param pages copied
  record Pages(List<PageKey> pages) implements JournalEntry {

    public Pages {
      pages = List.copyOf(pages);
    }
  }

  /// As an object's body.
  default byte[] toBytes() {
    String lines =
        switch (this) {
          case From(PageKey page) -> "from " + page.key() + "\n";
          case Pages(List<PageKey> pages) -> {
            StringBuilder text = new StringBuilder();
            pages.forEach(page -> text.append("page ").append(page.key()).append('\n'));
            yield text.toString();
          }
        };
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  /// The reverse of [#toBytes()].
  ///
  /// @param key the object's, for messages
  /// @throws RejectedException if this is no journal entry
  static JournalEntry ofBytes(String key, byte[] bytes) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.size() == 1 && lines.getFirst().startsWith("from ")) {
      return new From(PageKey.ofKey(lines.getFirst().substring("from ".length())));
    }
    if (lines.stream().allMatch(line -> line.startsWith("page "))) {
      return new Pages(
          lines.stream().map(line -> PageKey.ofKey(line.substring("page ".length()))).toList());
    }
    throw new RejectedException("%s is not a journal entry".formatted(key));
  }
}
