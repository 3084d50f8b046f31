package dev.fedbytweets.aotcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheMainTest {

  @TempDir private Path directory;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void withoutArgumentsItSaysHowItIsCalled() {
    assertThat(run()).isEqualTo(2);
    assertThat(said()).startsWith("usage: train FUNCTION ROOT ENTRYPOINT");
  }

  @Test
  void anUnknownFunctionIsNamed() {
    assertThat(run("train", "get-posts", directory.toString(), "entrypoint")).isEqualTo(2);
    assertThat(said())
        .contains("there is no function 'get-posts', only get-tweets, process-raw, to-silver");
  }

  @Test
  void aFolderWithoutJarsIsNoImage() {
    assertThat(run("check", "get-tweets", directory.toString(), "entrypoint")).isEqualTo(2);
    assertThat(said()).contains("cannot read " + directory.resolve("app"));
  }

  private int run(String... arguments) {
    return AotCacheMain.run(List.of(arguments), err, err);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
