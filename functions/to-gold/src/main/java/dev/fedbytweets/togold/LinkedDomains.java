package dev.fedbytweets.togold;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The domains that a post links to, as the question `most-shared-domains` has them.
final class LinkedDomains {

  private static final Pattern DOMAIN =
      Pattern.compile("^https?://(?:[^/?#@]*@)?(?:www[.])?([^/?#:]+)");
  private static final Set<String> OF_X = Set.of("x.com", "twitter.com", "t.co");

  private LinkedDomains() {}

  /// @param urls null if the post has none
  /// @return in lower case, without `www.` and without X's own
  static Set<String> of(@Nullable List<String> urls) {
    Set<String> domains = new TreeSet<>();
    if (urls != null) {
      for (String url : urls) {
        Matcher domain = DOMAIN.matcher(url.toLowerCase(Locale.ROOT));
        if (domain.find() && !OF_X.contains(domain.group(1))) {
          domains.add(domain.group(1));
        }
      }
    }
    return domains;
  }
}
