package dev.fedbytweets.local.importing;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before the JSON in a file of X's archive, which is a script:
/// `window.YTD.tweets.part0 = [`.
///
/// @param length of what stands before the value, in characters
/// @param part the part of an archive of X whose value follows; empty if it is something else
record ScriptAssignment(int length, Optional<String> part) {

  /// No assignment is longer, up to the bracket behind it.
  static final int LONGEST = 256;

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?:(?:var|let|const)\\s+)?[A-Za-z_$][\\w$.\\[\\]\"']*\\s*=\\s*(?=[\\[{])");

  private static final Pattern PART = Pattern.compile("window\\.YTD\\.(\\w+)\\.part\\d+\\s*=.*");

  /// The parts with posts of the user, and the one that says who the user is.
  private static final Set<String> TAKEN =
      Set.of("tweet", "tweets", "community_tweet", "community_tweets", "account");

  /// The assignment with which a text begins; empty if it does not.
  static Optional<ScriptAssignment> at(String text) {
    Matcher assignment = ASSIGNMENT.matcher(text);
    if (!assignment.lookingAt()) {
      return Optional.empty();
    }
    Matcher part = PART.matcher(assignment.group().strip());
    return Optional.of(
        new ScriptAssignment(
            assignment.end(), part.matches() ? Optional.of(part.group(1)) : Optional.empty()));
  }

  /// Why what follows is not imported; empty if it is.
  Optional<RejectionReason> refusal() {
    return part.filter(name -> !TAKEN.contains(name))
        .map(
            name ->
                new RejectionReason(
                    "it is a part of an archive of X without posts of its user",
                    " (" + name + ")",
                    false));
  }
}
