package dev.fedbytweets.bench.age;

import dev.fedbytweets.bench.pages.ImportedRun;
import dev.fedbytweets.bench.rounds.JavaProgram;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// One more run for a lake.
final class NextRunMain {

  private static final int HEAP_MEGABYTES = 512;

  private NextRunMain() {}

  /// @param lake the lake's folder
  /// @param page the page that the run brings
  static JavaProgram program(Path lake, Path page) {
    return JavaProgram.of("run", NextRunMain.class, HEAP_MEGABYTES, lake, page);
  }

  /// @param arguments the lake's folder, the page's file
  public static void main(String... arguments) throws IOException, InterruptedException {
    try (Lake lake = Lake.open(new LakeDirectory(Path.of(arguments[0])))) {
      new ImportedRun(lake, InstantSource.system())
          .bring(List.of(Files.readAllBytes(Path.of(arguments[1]))));
    }
  }
}
