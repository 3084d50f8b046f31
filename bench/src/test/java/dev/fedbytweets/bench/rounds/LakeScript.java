package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A launcher for tests, which starts the local lake's classes and builds nothing.
public final class LakeScript {

  private LakeScript() {}

  /// Writes the launcher into a folder.
  public static Path in(Path folder) throws IOException {
    Path script = folder.resolve("lake");
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -Duser.timezone=UTC \\
          --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \\
          -cp '%s' dev.fedbytweets.local.cli.LakeMain "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
    return script;
  }
}
