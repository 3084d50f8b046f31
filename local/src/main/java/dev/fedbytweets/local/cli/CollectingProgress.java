package dev.fedbytweets.local.cli;

import dev.fedbytweets.contracts.UnreadablePageException;
import dev.fedbytweets.gettweets.x.Envelope;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.gettweets.x.XSearch;
import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Shows how many posts of a subject are read, of how many that are expected.
final class CollectingProgress {

  private static final int OK = 200;

  private final Terminal terminal;
  private final Map<String, Long> expected;
  private final Map<String, Long> read = new HashMap<>();
  private String subject = "";
  private Pace pace = new Pace(System.nanoTime());

  /// @param expected posts of the subjects, by name, as far as they are known
  CollectingProgress(Terminal terminal, Map<String, Long> expected) {
    this.terminal = terminal;
    this.expected = Map.copyOf(expected);
  }

  /// A subject is collected from now on, for the first time or again.
  void begin(String name) {
    if (!name.equals(subject)) {
      subject = name;
      pace = new Pace(System.nanoTime());
    }
    show();
  }

  /// Posts of a subject that came from X.
  long read(String name) {
    return read.getOrDefault(name, 0L);
  }

  /// The same search, whose answers are counted.
  XSearch counting(XSearch x) {
    return new XSearch() {
      @Override
      public XResponse search(SearchRequest request) throws IOException {
        XResponse response = x.search(request);
        count(response);
        return response;
      }

      @Override
      public Duration clockAhead() throws IOException {
        return x.clockAhead();
      }
    };
  }

  private void count(XResponse response) {
    if (response.status() != OK) {
      return;
    }
    try {
      read.merge(subject, (long) Envelope.read(response.body()).posts(), Long::sum);
    } catch (UnreadablePageException _) {
      // Collecting itself says what is wrong with it.
    }
    show();
  }

  private void show() {
    long posts = read(subject);
    Long all = expected.get(subject);
    terminal.showProgress(
        () ->
            all == null || all < posts
                ? "  collecting %s: %s".formatted(subject, Plural.of(posts, "post"))
                : "  collecting %s: %,d of about %,d posts%s"
                    .formatted(
                        subject, posts, all, pace.left(posts, all - posts, System.nanoTime())));
  }
}
