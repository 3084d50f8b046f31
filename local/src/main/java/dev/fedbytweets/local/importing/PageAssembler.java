package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.local.importing.format.ArchivePost;
import dev.fedbytweets.local.importing.format.PageDraft;
import dev.fedbytweets.local.importing.format.SourceFormats;
import dev.fedbytweets.local.importing.format.SourceFormats.Recognised;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Makes pages of the objects of a file that are none: as many as an answer of X has, of one kind
/// and retrieved at one time, are one page. Several pages are open at a time, because lines that
/// were sorted or put together come from several answers in turn.
final class PageAssembler {

  private static final int MOST_OPEN_BYTES = 8 << 20;

  /// An object takes several times as much memory as its bytes.
  private static final int LONGEST_OBJECT = RewindableInput.LONGEST_RECORD / 4;

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.CHARSET_DETECTION)
              .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
              .build());

  private final Consumer<AssembledPage> pages;
  private Optional<ObjectNode> account = Optional.empty();
  private Optional<AcademicPair> pair = Optional.empty();

  private final Map<OpenPage.Key, OpenPage> open = new LinkedHashMap<>();
  private int openBytes;

  /// @param pages takes each page
  PageAssembler(Consumer<AssembledPage> pages) {
    this.pages = pages;
  }

  /// Takes the user of an archive of X, who wrote the posts in it that name no author; or that
  /// nobody is known.
  void writtenBy(Optional<ObjectNode> user) {
    account = user;
  }

  /// Takes what came with the posts of the next file, for the first page that is made of it.
  void belongingTo(AcademicPair includes) {
    pair = Optional.of(includes);
  }

  /// Ends a file.
  ///
  /// @return whether what came with its posts, if anything, is in a page
  boolean endFile() {
    flush();
    boolean isTaken = pair.isEmpty();
    pair = Optional.empty();
    return isTaken;
  }

  /// Takes an object.
  ///
  /// @param bytes as it stands in the file
  /// @param json the same as JSON in UTF-8
  /// @param reason why it is no page
  /// @return why it cannot be taken either; empty if it is
  Optional<RejectionReason> add(ByteSlice bytes, ByteSlice json, RejectionReason reason) {
    if (json.length() > LONGEST_OBJECT) {
      return Optional.of(RejectionReason.longerThan(LONGEST_OBJECT));
    }
    ObjectNode object = tree(json);
    Optional<ObjectNode> user = ArchivePost.account(object);
    if (user.isPresent()) {
      account = user;
      return Optional.empty();
    }
    Optional<Recognised> recognised = SourceFormats.recognise(object);
    if (recognised.isEmpty()) {
      return Optional.of(RefusedObjects.reason(object).orElse(reason));
    }
    add(bytes, recognised.get());
    return Optional.empty();
  }

  /// Makes pages of what was taken and is in none yet. Called at the end of each file.
  void flush() {
    List.copyOf(open.values()).forEach(this::close);
  }

  private void add(ByteSlice bytes, Recognised object) {
    OpenPage.Key key = OpenPage.Key.of(object);
    Optional.ofNullable(open.get(key))
        .filter(full -> !full.hasRoomFor(bytes))
        .ifPresent(this::close);
    OpenPage page = open.computeIfAbsent(key, it -> new OpenPage(it, new PageDraft(account)));
    openBytes -= page.bytes();
    page.add(bytes, object);
    openBytes += page.bytes();
    if (openBytes > MOST_OPEN_BYTES) {
      open.values().stream().max(Comparator.comparingInt(OpenPage::bytes)).ifPresent(this::close);
    }
  }

  private void close(OpenPage page) {
    open.remove(page.key());
    openBytes -= page.bytes();
    pair.ifPresent(page::add);
    pair = Optional.empty();
    pages.accept(page.toPage());
  }

  /// The object was read once already.
  private static ObjectNode tree(ByteSlice json) {
    try {
      JsonNode tree = JSON.readTree(json.bytes(), json.from(), json.length());
      return (ObjectNode) tree;
    } catch (IOException e) {
      throw new IllegalStateException("what was JSON is none any more", e);
    }
  }
}
