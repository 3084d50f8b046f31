package dev.fedbytweets.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever the pages hold and however their bytes arrive, what was put into a file comes out.
class PageExtractorPropertiesTest {

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

    RecordCollector records = extract(content, random);

    assertThat(records.rejected()).isEmpty();
    assertThat(records.pages()).isEqualTo(pages);
    for (int i = 0; i < pages.size(); i++) {
      byte[] page = pages.get(i).getBytes(StandardCharsets.UTF_8);
      int offset = (int) records.positions().get(i).offset();
      assertThat(content).containsSequence(page);
      assertThat(new String(content, offset, page.length, StandardCharsets.UTF_8))
          .isEqualTo(pages.get(i));
      assertThat(records.positions().get(i).line()).isEqualTo(1 + lineEnds(content, offset));
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

    RecordCollector records = extract(content, random);

    long kept =
        records.pageBytes() + records.rejected().stream().mapToLong(RejectedRecord::length).sum();
    // Between records stand only separators and blanks, around them the brackets and the name of a
    // list.
    int recordCount = records.pages().size() + records.rejected().size();
    assertThat(content.length - kept).isBetween(0L, 40 + 12L * recordCount);
  }

  @Property
  void linesAfterATruncatedOneComeOut(@ForAll Random random) throws Exception {
    String pages =
        pages(random).stream()
            .filter(page -> !page.contains("\n"))
            .collect(Collectors.joining("\n"));
    byte[] page = JSON.writeValueAsBytes(page(random));
    byte[] rest = ("\n" + pages).getBytes(StandardCharsets.UTF_8);
    int cut = 1 + random.nextInt(page.length - 1);
    byte[] lines = Arrays.copyOf(page, cut + rest.length);
    System.arraycopy(rest, 0, lines, cut, rest.length);

    RecordCollector records = extract(lines, random);

    assertThat(records.rejected()).isNotEmpty();
    assertThat(String.join("\n", records.pages())).isEqualTo(pages);
  }

  private static RecordCollector extract(byte[] bytes, Random random) throws IOException {
    InputStream content = new SlowInput(bytes, 1 + random.nextInt(50));
    RecordCollector records = new RecordCollector();
    RewindableInput input = new RewindableInput(content, 1 << 20, 1 + random.nextInt(40));
    new PageExtractor(FILE, input, records).extract();
    return records;
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
}
