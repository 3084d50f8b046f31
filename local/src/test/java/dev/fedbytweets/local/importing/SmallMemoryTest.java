package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.Responses.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.lake.LocalObjectStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Memory does not grow with the size of a file, not even of one that is a single line.
class SmallMemoryTest {

  private static final int PAGES = 120;
  private static final int PAGE_BYTES = 500_000;

  @TempDir private Path folder;

  @Test
  void aBundleOnOneLineIsLargerThanTheMemory() throws Exception {
    Path bundle = bundle();
    Path output = folder.resolve("output.txt");

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-cp",
                System.getProperty("java.class.path"),
                Import.class.getName(),
                bundle.toString(),
                folder.resolve("lake").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();

    assertThat(Files.readString(output)).endsWith("stored 120, rejected 0\n");
    assertThat(ended).isTrue();
    assertThat(Files.size(bundle)).isGreaterThan(60_000_000L);
  }

  private Path bundle() throws IOException {
    Path file = folder.resolve("bundle.json");
    byte[] text = utf8("x".repeat(PAGE_BYTES));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(utf8("{\"data\":["));
      for (int page = 0; page < PAGES; page++) {
        out.write(utf8((page == 0 ? "" : ",") + "{\"data\":[{\"id\":\"" + page + "\",\"text\":\""));
        out.write(text);
        out.write(utf8("\"}]}"));
      }
      out.write(utf8("]}"));
    }
    return file;
  }

  /// The import as a process: a file, and the folder of a lake.
  static final class Import {

    private Import() {}

    public static void main(String[] arguments) {
      LocalObjectStore store = new LocalObjectStore(new LakeDirectory(Path.of(arguments[1])));
      ImportReport report =
          new Importer(store, InstantSource.system())
              .importAll(
                  ImportFixture.SUBJECT, List.of(Path.of(arguments[0])), ImportProgress.NONE);
      System.out.printf("stored %d, rejected %d%n", report.stored(), report.rejected());
    }
  }
}
