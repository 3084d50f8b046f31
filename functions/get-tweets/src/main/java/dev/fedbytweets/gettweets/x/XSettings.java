package dev.fedbytweets.gettweets.x;

import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.xclient.XConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// How X is asked.
///
/// @param address `X_API_URL`: where X is, `https://api.x.com` if not set
/// @param callTimeout `X_CALL_TIMEOUT`: how long one call may take from start to end, 30 seconds
///     if not set
/// @param vocabulary `X_VOCABULARY`: `tweet` or `post`, the names to ask in first; `post` if not
///     set
/// @param referencedPosts `X_EXPAND_REFERENCED_POSTS`: `true` or `false`; left out if not set
public record XSettings(
    URI address, Duration callTimeout, Vocabulary vocabulary, ReferencedPosts referencedPosts) {

  public XSettings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(callTimeout, "callTimeout");
    Objects.requireNonNull(vocabulary, "vocabulary");
    Objects.requireNonNull(referencedPosts, "referencedPosts");
  }

  /// Reads the settings; what is wrong with them is gathered by `settings`.
  public static XSettings read(Settings settings) {
    return new XSettings(
        settings.address("X_API_URL", XConnection.X),
        settings.duration("X_CALL_TIMEOUT", XConnection.CALL_TIMEOUT),
        settings.choice(
            "X_VOCABULARY",
            Vocabulary.POST,
            Map.of("tweet", Vocabulary.TWEET, "post", Vocabulary.POST)),
        settings.flag("X_EXPAND_REFERENCED_POSTS", false)
            ? ReferencedPosts.EXPANDED
            : ReferencedPosts.LEFT_OUT);
  }
}
