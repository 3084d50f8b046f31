package dev.fedbytweets.core.forgotten;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The posts, users and media that the lake must not hold any more. Identifiers are known by salted
/// hashes, so they can be recognised but not read from it. Safe for use by several threads.
public final class Forgotten {

  /// Nothing is forgotten.
  public static final Forgotten NOTHING = new Forgotten(new byte[0], Map.of());

  /// The digits of an identifier that is recognised in the midst of a text. A shorter one is only
  /// recognised where it is the whole text: years and counts are no identifiers.
  public static final int SHORTEST_IN_TEXT = 9;

  private static final int LONGEST = 20;
  private static final String ESCAPED_DIGIT = "\\u003";
  private static final int UNICODE_ESCAPE = "\\uXXXX".length();

  private final byte[] salt;
  private final Map<ForgottenKind, Set<Long>> hashes = new EnumMap<>(ForgottenKind.class);

  /// @param salt of the lake
  /// @param hashes as of [#hash]
  public Forgotten(byte[] salt, Map<ForgottenKind, ? extends Collection<Long>> hashes) {
    this.salt = salt.clone();
    hashes.forEach(
        (kind, known) -> {
          if (!known.isEmpty()) {
            this.hashes.put(kind, new HashSet<>(known));
          }
        });
  }

  /// What a hash of this lake is: the first eight bytes of the SHA-256 of salt and identifier.
  ///
  /// @param id as X writes it
  public static long hash(byte[] salt, String id) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Whether nothing is forgotten.
  public boolean isEmpty() {
    return hashes.isEmpty();
  }

  /// Whether an identifier of this kind is forgotten.
  ///
  /// @param id anything; only digits can be an identifier
  public boolean has(ForgottenKind kind, String id) {
    Set<Long> known = hashes(kind);
    return !known.isEmpty() && isIdentifier(id) && known.contains(hash(salt, id));
  }

  /// Whether an identifier is forgotten as a post, a user or a medium.
  public boolean hasAny(String id) {
    return isIdentifier(id) && isKnown(hash(salt, id));
  }

  /// Whether a medium is forgotten.
  ///
  /// @param mediaKey as in `3_1234567890`, where the number after the line is the medium's
  public boolean hasMedium(String mediaKey) {
    return has(ForgottenKind.MEDIUM, mediumOf(mediaKey));
  }

  /// The number in a media key, by which a medium is known.
  public static String mediumOf(String mediaKey) {
    return mediaKey.substring(mediaKey.indexOf('_') + 1);
  }

  /// Whether a subject is forgotten.
  ///
  /// @param name any text
  public boolean hasSubject(String name) {
    Set<Long> known = hashes(ForgottenKind.SUBJECT);
    return !known.isEmpty() && known.contains(hash(salt, name));
  }

  /// Whether any subject is forgotten.
  public boolean hasSubjects() {
    return !hashes(ForgottenKind.SUBJECT).isEmpty();
  }

  /// The same without subjects.
  public Forgotten withoutSubjects() {
    Map<ForgottenKind, Set<Long>> others = new EnumMap<>(hashes);
    others.remove(ForgottenKind.SUBJECT);
    return new Forgotten(salt, others);
  }

  /// A text with zeros for the digits of what is forgotten.
  ///
  /// @param text characters, or bytes of JSON in UTF-8 each as one character
  /// @return the same object if there is nothing forgotten in it
  public String masked(String text) {
    char[] masked = null;
    int run = nextRun(text, 0);
    while (run < text.length()) {
      int end = endOfRun(text, run);
      if (isCandidate(text, run, end) && isKnown(hash(salt, text.substring(run, end)))) {
        masked = masked == null ? text.toCharArray() : masked;
        Arrays.fill(masked, run, end, '0');
      }
      run = nextRun(text, end);
    }
    return masked == null ? text : new String(masked);
  }

  /// The identifiers in a text that are forgotten, also short ones between quotation marks.
  ///
  /// @param text as for [#masked]
  /// @return how many there are
  public int count(String text) {
    int count = 0;
    int run = nextRun(text, 0);
    while (run < text.length()) {
      int end = endOfRun(text, run);
      if ((isCandidate(text, run, end) || isQuoted(text, run, end) || isWhole(text, run, end))
          && hasAny(text.substring(run, end))) {
        count++;
      }
      run = nextRun(text, end);
    }
    return count;
  }

  /// Whether a text may hold an identifier of what is forgotten in any way, also escaped or short.
  /// A text that does not is not changed by [#masked], nor as JSON.
  ///
  /// @param text as for [#masked]
  public boolean mayBeIn(String text) {
    if (text.contains(ESCAPED_DIGIT)) {
      return true;
    }
    int run = nextRun(text, 0);
    while (run < text.length()) {
      int end = endOfRun(text, run);
      if (end - run <= LONGEST && isOfAnyKind(hash(salt, text.substring(run, end)))) {
        return true;
      }
      run = nextRun(text, end);
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Forgotten forgotten
        && Arrays.equals(salt, forgotten.salt)
        && hashes.equals(forgotten.hashes);
  }

  @Override
  public int hashCode() {
    return hashes.hashCode();
  }

  private boolean isOfAnyKind(long hash) {
    return hashes.values().stream().anyMatch(known -> known.contains(hash));
  }

  private boolean isKnown(long hash) {
    return hashes(ForgottenKind.POST).contains(hash)
        || hashes(ForgottenKind.USER).contains(hash)
        || hashes(ForgottenKind.MEDIUM).contains(hash);
  }

  private Set<Long> hashes(ForgottenKind kind) {
    return hashes.getOrDefault(kind, Set.of());
  }

  private static boolean isIdentifier(String id) {
    if (id.isEmpty() || id.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (!isDigit(id.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCandidate(String text, int run, int end) {
    int length = end - run;
    return length >= SHORTEST_IN_TEXT && length <= LONGEST && end <= text.length();
  }

  private static boolean isWhole(String text, int run, int end) {
    return run == 0 && end == text.length();
  }

  private static boolean isQuoted(String text, int run, int end) {
    return run > 0 && end < text.length() && text.charAt(run - 1) == '"' && text.charAt(end) == '"';
  }

  /// The four digits of an escaped character are none.
  private static int nextRun(String text, int from) {
    int at = from;
    while (at < text.length() && !isDigit(text.charAt(at))) {
      boolean isEscape =
          text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) == 'u';
      at += isEscape ? UNICODE_ESCAPE : 1;
    }
    return Math.min(at, text.length());
  }

  private static int endOfRun(String text, int run) {
    int end = run;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
