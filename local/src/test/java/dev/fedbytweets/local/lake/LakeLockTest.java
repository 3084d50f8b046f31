package dev.fedbytweets.local.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One process at a time changes a lake. The others are processes of their own here, as they are
/// where it matters.
class LakeLockTest {

  private static final String TAKEN = "taken";

  @TempDir private Path folder;
  private LakeDirectory lake;
  private Process other;

  @BeforeEach
  void nameLake() {
    lake = new LakeDirectory(folder.resolve("lake"));
  }

  @AfterEach
  void endOther() {
    if (other != null) {
      other.destroyForcibly();
    }
  }

  @Test
  void aLockThatAnotherProcessHoldsIsRefusedNamingTheHolder() throws Exception {
    assertThat(otherTakes()).isEqualTo(TAKEN);

    assertThatThrownBy(() -> LakeLock.take(lake))
        .isInstanceOf(RejectedException.class)
        .hasMessage(
            "another process (process %d) is working on %s: wait until it is done"
                .formatted(other.pid(), lake.root()));
  }

  @Test
  void theHolderKeepsTheLockWhenAnotherProcessIsRefused() throws Exception {
    try (LakeLock _ = LakeLock.take(lake)) {
      String refusal =
          "another process (process %d) is working on %s: wait until it is done"
              .formatted(ProcessHandle.current().pid(), lake.root());

      assertThat(otherTakes()).isEqualTo(refusal);
      assertThat(otherTakes()).isEqualTo(refusal);
    }
    assertThat(otherTakes()).isEqualTo(TAKEN);
  }

  @Test
  void aLockThatAKilledProcessLeftIsNoObstacle() throws Exception {
    assertThat(otherTakes()).isEqualTo(TAKEN);

    other.destroyForcibly().waitFor();

    assertThat(Files.readString(lake.lock())).isEqualTo("process " + other.pid());
    LakeLock.take(lake).close();
  }

  @Test
  void aLockThatAProcessGaveBackIsNoObstacle() throws Exception {
    assertThat(otherTakes()).isEqualTo(TAKEN);

    other.getOutputStream().close();

    assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
    LakeLock.take(lake).close();
  }

  @Test
  void theSameProcessIsRefusedToo() {
    try (LakeLock _ = LakeLock.take(lake)) {
      assertThatThrownBy(() -> LakeLock.take(lake))
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
    LakeLock.take(lake).close();
  }

  @Test
  void whereNoFolderCanBeTheLakeIsMisconfigured() throws IOException {
    Files.writeString(lake.root(), "a file");

    assertThatThrownBy(() -> LakeLock.take(lake))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageStartingWith("cannot write in " + lake.root());
  }

  /// Starts a process that takes the lock and holds it until its input ends.
  ///
  /// @return what it says: that it has the lock, or why not
  private String otherTakes() throws IOException {
    endOther();
    other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                lake.root().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = other.inputReader();
    return said.readLine();
  }

  /// The other process.
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      try (LakeLock _ = LakeLock.take(new LakeDirectory(Path.of(arguments[0])))) {
        System.out.println(TAKEN);
        System.in.read();
      } catch (RejectedException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
