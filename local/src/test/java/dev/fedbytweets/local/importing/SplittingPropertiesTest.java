package dev.fedbytweets.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the pages hold and however their bytes arrive, what was put into a file comes out.
class SplittingPropertiesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FILE = Path.of("file");
  private static final String LETTERS = "a \"\\\n{}[],:\0\u00e9\u2028\u200d\ud83d\ude00";

  enum Layout {
    LINES,
    BUNDLE,
    LIST
  }

  @Property
  void everyPageComesOutAsItWentIn(@ForAll Random random, @ForAll Layout layout) throws Exception {
    List<String> pages = pages(random);
    byte[] content = laidOut(pages, layout, random).getBytes(StandardCharsets.UTF_8);

    Recorder pieces = split(content, random);

    assertThat(pieces.broken()).isEmpty();
    assertThat(pieces.pages()).isEqualTo(pages);
    for (int i = 0; i < pages.size(); i++) {
      byte[] page = pages.get(i).getBytes(StandardCharsets.UTF_8);
      int offset = (int) pieces.places().get(i).offset();
      assertThat(content).containsSequence(page);
      assertThat(new String(content, offset, page.length, StandardCharsets.UTF_8))
          .isEqualTo(pages.get(i));
      assertThat(pieces.places().get(i).line()).isEqualTo(1 + lineEnds(content, offset));
    }
  }

  @Property
  void noByteIsLostWhenAFileIsDamaged(@ForAll Random random, @ForAll Layout layout)
      throws Exception {
    byte[] content = laidOut(pages(random), layout, random).getBytes(StandardCharsets.UTF_8);
    int damages = 1 + random.nextInt(3);
    for (int i = 0; i < damages; i++) {
      content[random.nextInt(content.length)] = (byte) "{}[]\",:\\x\n".charAt(random.nextInt(10));
    }

    Recorder pieces = split(content, random);

    long kept = pieces.pageBytes() + pieces.broken().stream().mapToLong(BrokenPiece::length).sum();
    // Between pieces stand only separators and blanks, around them the brackets and the name of a
    // list.
    int pieceCount = pieces.pages().size() + pieces.broken().size();
    assertThat(content.length - kept).isBetween(0L, 40 + 12L * pieceCount);
  }

  @Property
  void linesAfterATruncatedOneComeOut(@ForAll Random random) throws Exception {
    List<String> pages = pages(random);
    byte[] page = bytes(JSON.writeValueAsString(page(random)));
    String cut =
        new String(page, 0, 1 + random.nextInt(page.length - 1), StandardCharsets.ISO_8859_1);
    String lines =
        cut
            + "\n"
            + String.join("\n", pages.stream().filter(line -> !line.contains("\n")).toList());

    Recorder pieces = split(lines.getBytes(StandardCharsets.ISO_8859_1), random);

    assertThat(pieces.broken()).isNotEmpty();
    assertThat(pieces.pages()).hasSize((int) lines.lines().count() - 1);
  }

  private static Recorder split(byte[] bytes, Random random) {
    Content content = new BytesContent(bytes, 1 + random.nextInt(50));
    Recorder pieces = new Recorder();
    Window window = new Window(content, 1 << 20, 1 + random.nextInt(40));
    new Splitter(FILE, content, window, pieces).split();
    return pieces;
  }

  private static String laidOut(List<String> pages, Layout layout, Random random) {
    String blank = List.of("", " ", "\n", "\r\n\t").get(random.nextInt(4));
    return switch (layout) {
      case LINES ->
          pages.stream().map(page -> page + blank + "\n" + blank).collect(Collectors.joining());
      case BUNDLE ->
          blank
              + "{"
              + blank
              + "\"data\""
              + blank
              + ":["
              + joined(pages, blank)
              + "]"
              + blank
              + "}";
      case LIST -> "[" + joined(pages, blank) + "]" + blank;
    };
  }

  private static String joined(List<String> pages, String blank) {
    return pages.stream().collect(Collectors.joining(blank + "," + blank, blank, blank));
  }

  private static List<String> pages(Random random) throws IOException {
    List<String> pages = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      ObjectNode page = page(random);
      pages.add(
          random.nextBoolean()
              ? JSON.writeValueAsString(page)
              : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(page));
    }
    return pages;
  }

  private static ObjectNode page(Random random) {
    ObjectNode page = JSON.createObjectNode();
    if (random.nextInt(4) == 0) {
      page.putObject("includes").put(text(random), text(random));
    }
    ArrayNode posts = page.putArray("data");
    IntStream.range(0, random.nextInt(3))
        .forEach(i -> posts.addObject().put("id", text(random)).put(text(random), text(random)));
    page.putObject("meta")
        .put("n", random.nextDouble())
        .putArray("data")
        .add(text(random))
        .add(true);
    return page;
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(8))
        .mapToObj(i -> LETTERS.substring(random.nextInt(LETTERS.length() - 2)).substring(0, 1))
        .filter(letter -> !Character.isSurrogate(letter.charAt(0)))
        .collect(Collectors.joining());
  }

  private static long lineEnds(byte[] content, int before) {
    return IntStream.range(0, before).filter(i -> content[i] == '\n').count();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
