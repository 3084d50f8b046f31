package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./lake import` as a process: what goes into the tables, what is said, and the exit code.
class ImportCommandTest {

  private static final String POST = "{\"id\":\"1538600000000000000\",\"text\":\"x\"}";
  private static final String PAGE = "{\"data\":[" + POST + "],\"meta\":{\"result_count\":1}}";

  @TempDir private Path folder;

  @Test
  void damagedGzipIsOneAndTheRestIsInTheTables() throws Exception {
    Path file = folder.resolve("pages.jsonl.gz");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(gzip("{\"data\":" + POST.replace("0000", "0001") + "}\n"));
      out.write(new byte[512]);
      out.write(gzip(PAGE));
    }

    String said = lake(1, "import", "--subject", "coffee", file.toString());

    assertThat(said)
        .contains(
            "1 file: 2 pages, 2 of them new with 2 posts and 0 users",
            file + ", line 2 (byte 49): the compressed data is damaged at byte ",
            "error: not everything could be read, see above; the rest was imported");
    assertThat(query("SELECT count(*) FROM silver.tweets")).isEqualTo("2");
  }

  @Test
  void usersAreUsersFromTheImportToSilverAndAfterARebuild() throws Exception {
    Path pages =
        Files.writeString(
            folder.resolve("users.jsonl"),
            """
            {"data":[{"id":"7","name":"A","username":"a","pinned_tweet_id":"5"},{"id":"8","name":"B","username":"b"}],\
            "includes":{"tweets":[{"id":"5","text":"pinned"}]},"meta":{"result_count":2},\
            "__twarc":{"retrieved_at":"2023-04-07T21:39:36+00:00"}}
            {"data":{"id":"7","name":"A2","username":"a","public_metrics":{"followers_count":9}},\
            "__twarc":{"retrieved_at":"2023-04-08T21:39:36+00:00"}}
            """);
    Path counts =
        Files.writeString(
            folder.resolve("counts.json"), "{\"data\":[{\"start\":\"s\",\"tweet_count\":5}]}");

    String said = lake(0, "import", "--subject", "x", pages.toString(), counts.toString());

    assertThat(said)
        .contains(
            "2 files: 2 pages, 2 of them new with 0 posts and 3 users",
            counts
                + ", line 1 (byte 0): its data holds counts of posts, and only posts, users,"
                + " places and media are taken");
    String silver = "SELECT id, name, followers_count, retrieved_at FROM silver.users ORDER BY id";
    String sightings = "SELECT id, name, retrieved_at, file_name FROM bronze.users ORDER BY 3, 1";
    String before = query(silver) + query(sightings);
    assertThat(before)
        .contains("7,A2,9,2023-04-08", "8,B,,2023-04-07", "7,A,2023-04-07", "7,A2,2023-04-08")
        .contains("subject=x/date=2023-04-07/run=import/page-");
    assertThat(query("SELECT count(*) FROM bronze.tweets WHERE found_as = 'result'"))
        .isEqualTo("0");
    lake(0, "rebuild");
    assertThat(query(silver) + query(sightings)).isEqualTo(before);
  }

  @Test
  void whatIsNoPageIsInTheTablesAndTheSameAfterARebuildAndInAnotherLake() throws Exception {
    Path posts =
        Files.writeString(
            folder.resolve("v1.jsonl"),
            """
            {"id_str":"1538650379528839168","full_text":"a &amp; b","created_at":"Sun Jun 19 22:30:11 +0000 2022",\
            "user":{"id_str":"9007199254740993","screen_name":"a","name":"A","followers_count":3},"favorite_count":2,\
            "place":{"id":"p1","full_name":"Berlin, Germany","bounding_box":{"coordinates":[[[13,52],[14,53]]]}}}
            {"id_str":"1538650379528839169","text":"nobody"}
            """);

    String said = lake(0, "import", "--subject", "x", posts.toString());

    assertThat(said)
        .contains(
            "1 file: 1 page, 1 of them new with 2 posts and 0 users",
            "2 posts of API v1.1 became pages; as they came they are in originals/",
            "1 post without an author",
            "1 post without a time: it is taken from the identifier");
    String tweets =
        "SELECT id, created_at, full_text, author_id, like_count, place_id FROM silver.tweets ORDER BY 1";
    String others =
        "SELECT u.id, username, followers_count, west FROM silver.users u, silver.places";
    String before = query(tweets) + query(others);
    assertThat(before)
        .contains("1538650379528839168,2022-06-19 22:30:11", ",a & b,9007199254740993,2,p1")
        .contains("9007199254740993,a,3,13.0");
    lake(0, "rebuild");
    assertThat(query(tweets) + query(others)).isEqualTo(before);

    Files.move(folder.resolve("lake"), folder.resolve("other"));
    String copied = lake(0, "import", folder.resolve("other").toString());
    assertThat(copied).contains("1 file: 1 page, 1 of them new with 2 posts");
    assertThat(query(tweets) + query(others)).isEqualTo(before);
  }

  @Test
  void aFileWithoutASubjectIsWrongUsage() throws Exception {
    Path file = Files.writeString(folder.resolve("p.json"), PAGE);

    assertThat(lake(2, "import", file.toString())).contains("name the subject with --subject NAME");
  }

  @Test
  void nothingReadableIsOne() throws Exception {
    Path list =
        Files.writeString(folder.resolve("l.json"), "{\"data\":[{\"id\":\"1\",\"name\":\"L\"}]}");
    Path text = Files.writeString(folder.resolve("t.txt"), "no page\n");

    String said = lake(1, "import", "--subject", "x", list.toString(), text.toString());

    assertThat(said)
        .contains(
            list + ", line 1 (byte 0): its data holds lists or communities, and only posts,",
            text + ", line 1 (byte 0): it begins with neither { nor [",
            "error: nothing could be imported, for the reasons above");
  }

  @Test
  void aBrokenLineIsNoFailure() throws Exception {
    Path file = Files.writeString(folder.resolve("p.jsonl"), PAGE + "\n{\"data\":[\n");

    String said = lake(0, "import", "--subject", "x", file.toString());

    assertThat(said).contains("p.jsonl, line 2 (byte ").doesNotContain("error:");
  }

  @Test
  void aMergedPageOfFortyMegabytesIsTakenWithLittleMemory() throws Exception {
    Path file = folder.resolve("merged.json");
    int posts = 40_000;
    String text = "x".repeat(1000);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("{\"data\":[");
      for (int i = 0; i < posts; i++) {
        out.write(i == 0 ? "" : ",");
        out.write(
            "{\"id\":\"%d\",\"text\":\"%s\"}".formatted(1_538_600_000_000_000_000L + i, text));
      }
      out.write("]}");
    }
    assertThat(Files.size(file)).isGreaterThan(40_000_000L);

    String refused = process(1, "-Xmx256m", "import", "--subject", "x", file.toString());
    String said = process(0, "-Xmx400m", "import", "--subject", "x", file.toString());

    assertThat(refused)
        .contains("it is longer than 3", "LAKE_JAVA_OPTIONS=-Xmx4g", "error: nothing could be");
    assertThat(said).contains("1 page, 1 of them new with 40,000 posts");
    assertThat(query("SELECT count(*) FROM silver.tweets")).isEqualTo("40000");
  }

  private String query(String sql) throws Exception {
    String said = lake(0, "query", "--format", "csv", sql);
    return said.substring(said.indexOf("\r\n") + 2).strip();
  }

  private String lake(int expectedCode, String command, String... arguments) throws Exception {
    return process(expectedCode, "-Xmx256m", command, arguments);
  }

  /// What the process says and prints.
  private String process(int expectedCode, String memory, String command, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of(memory, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    line.add(System.getProperty("java.class.path"));
    line.addAll(List.of(LakeMain.class.getName(), command));
    line.addAll(List.of("--dir", folder.resolve("lake").toString()));
    line.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(expectedCode);
    return said;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return compressed.toByteArray();
  }
}
