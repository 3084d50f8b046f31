package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Commands over a lake as a person calls them, in this process and without a terminal.
final class Commands {

  private final Path lake;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /// @param lake the folder of the lake, for `--dir`
  Commands(Path lake) {
    this.lake = lake;
  }

  /// Calls a command that succeeds.
  ///
  /// @return what it printed
  String call(String command, String... arguments) {
    int code = code(command, arguments);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /// Calls a command.
  ///
  /// @return its exit status
  int code(String command, String... arguments) {
    out.reset();
    err.reset();
    List<String> words = new ArrayList<>(List.of(command, "--dir", lake.toString()));
    words.addAll(List.of(arguments));
    return LakeMain.execute(Terminal.to(out, err, null), words.toArray(String[]::new));
  }

  /// The rows of a query, without the header.
  List<String> rows(String sql) {
    return call("query", "--format", "csv", sql).lines().skip(1).toList();
  }

  /// What the last command printed.
  String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /// What the last command said beside its output.
  String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /// Imports a page with these posts, named by its first.
  void importPosts(long... ids) throws IOException {
    importPosts("coffee", ids);
  }

  void importPosts(String subject, long... ids) throws IOException {
    List<String> posts = new ArrayList<>();
    List<String> users = new ArrayList<>();
    for (long id : ids) {
      posts.add(
          "{\"id\":\"%d\",\"text\":\"post %d\",\"author_id\":\"%d\"}"
              .formatted(id, id, author(id)));
      users.add(
          "{\"id\":\"%d\",\"name\":\"N\",\"username\":\"u%d\"}".formatted(author(id), author(id)));
    }
    Path page = lake.resolveSibling("page-%d.json".formatted(ids[0]));
    Files.writeString(
        page,
        "{\"data\":[%s],\"includes\":{\"users\":[%s]}}"
            .formatted(String.join(",", posts), String.join(",", users)));
    call("import", "--subject", subject, page.toString());
  }

  private static long author(long post) {
    return post % 1_000 + 1;
  }
}
