package dev.fedbytweets.contracts.forgotten;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.PageMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Takes what is forgotten out of the objects of a lake, each by what its key says that it is:
/// pages, what they were made of, quarantine and state.
public final class ObjectRedactor {

  private static final String PAGE_ENDING = ".json.gz";
  private static final String LINES_ENDING = ".jsonl.gz";
  private static final byte[] EMPTY_PAGE = "{}".getBytes(StandardCharsets.UTF_8);

  private static final byte[] NOTHING = {};

  private final Forgotten forgotten;
  private final PageRedactor pages;
  private final CoarseIdentifiers coarse;

  /// @param pages takes it out of pages and lines
  public ObjectRedactor(Forgotten forgotten, PageRedactor pages) {
    this.forgotten = forgotten;
    this.pages = pages;
    this.coarse = new CoarseIdentifiers(forgotten);
  }

  /// An object without what is forgotten.
  ///
  /// @param body as it is stored
  /// @param metadata all of it; of a page with the SHA-256 of the content
  /// @param before the SHA-256 of the content before, hexadecimal
  /// @param after the same of what is left
  public record Redacted(byte[] body, Map<String, String> metadata, String before, String after) {}

  /// The object without it.
  ///
  /// @return empty if there is nothing of it in the object, or the object is broken
  public Optional<Redacted> redacted(String key, byte[] body, Map<String, String> metadata) {
    if (forgotten.isEmpty() || isAboutForgetting(key)) {
      return Optional.empty();
    }
    return Content.of(key, body)
        .filter(content -> isOfSubject(key) || mayHoldAny(content, metadata))
        .flatMap(content -> redacted(key, body, content, metadata));
  }

  /// Whether an object says what is to be forgotten: it stays as it is. Requests go by themselves,
  /// once they have a tombstone.
  public static boolean isAboutForgetting(String key) {
    return key.startsWith(LakeLayout.FORGOTTEN) || key.startsWith(LakeLayout.FORGET_REQUESTS);
  }

  /// How many identifiers of what is forgotten an object names.
  ///
  /// @return empty if it is broken
  public Optional<Integer> count(String key, byte[] body, Map<String, String> metadata) {
    int named = metadata.values().stream().mapToInt(forgotten::count).sum();
    return Content.of(key, body)
        .map(
            content ->
                isOfSubject(key) && content.length > emptied(key).length
                    ? named + 1
                    : named + forgotten.count(new String(content, StandardCharsets.ISO_8859_1)));
  }

  /// Spares most objects the parser.
  private boolean mayHoldAny(byte[] content, Map<String, String> metadata) {
    return metadata.values().stream().anyMatch(forgotten::mayBeIn)
        || forgotten.mayBeIn(new String(content, StandardCharsets.ISO_8859_1));
  }

  private Optional<Redacted> redacted(
      String key, byte[] body, byte[] content, Map<String, String> metadata) {
    byte[] left = redacted(key, content);
    boolean isSame = Arrays.equals(left, content);
    Map<String, String> about = new TreeMap<>();
    metadata.forEach((name, value) -> about.put(name, coarse.in(value)));
    String after = Content.sha256(left);
    Optional<String> marked = PageMetadata.presentSha256(metadata);
    Map<String, String> wanted =
        isSame || marked.isEmpty() || marked.get().equals(after)
            ? about
            : PageMetadata.redacted(about, after);
    if (isSame && wanted.equals(metadata)) {
      return Optional.empty();
    }
    return Optional.of(
        new Redacted(
            isSame ? body : Content.toBody(key, left), wanted, Content.sha256(content), after));
  }

  private byte[] redacted(String key, byte[] content) {
    if (isOfSubject(key)) {
      return emptied(key);
    }
    if (key.startsWith(LakeLayout.STATE)) {
      String text = new String(content, StandardCharsets.ISO_8859_1);
      String coarser = coarse.in(text);
      return coarser.equals(text) ? content : coarser.getBytes(StandardCharsets.ISO_8859_1);
    }
    if (key.endsWith(LINES_ENDING)) {
      return pages.redactedLines(content);
    }
    byte[] page = pages.redacted(content);
    boolean isEmptied =
        key.endsWith(PAGE_ENDING)
            && page.length < content.length
            && new String(page, StandardCharsets.ISO_8859_1).isBlank();
    return isEmptied ? EMPTY_PAGE : page;
  }

  /// Whether an object came in under the name of a forgotten subject.
  private boolean isOfSubject(String key) {
    return forgotten.hasSubjects()
        && LakeLayout.subjectOf(key).filter(forgotten::hasSubject).isPresent();
  }

  private static byte[] emptied(String key) {
    return key.endsWith(PAGE_ENDING) ? EMPTY_PAGE : NOTHING;
  }
}
