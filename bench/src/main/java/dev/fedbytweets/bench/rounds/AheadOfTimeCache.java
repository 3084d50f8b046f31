package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An ahead-of-time cache of the JVM, as in the functions' images. Closing it deletes it.
public final class AheadOfTimeCache implements AutoCloseable {

  private final Path file;

  private AheadOfTimeCache(Path file) {
    this.file = file;
  }

  /// Makes a cache in a training run, as the build of an image does.
  ///
  /// @param program the training run, on an input of its own
  /// @param competitor which it is the program of
  /// @throws BenchException if the JVM made no cache
  public static AheadOfTimeCache trainedBy(
      Workbench bench, JavaProgram program, Competitor competitor)
      throws IOException, InterruptedException {
    Path file = bench.work().resolve("trained.aot");
    Files.deleteIfExists(file);
    bench.say("training the ahead-of-time cache");
    competitor.reset();
    bench.run(program.with("-XX:AOTCacheOutput=" + file));
    competitor.reset();
    if (!Files.exists(file)) {
      throw new BenchException("no ahead-of-time cache was made: see " + bench.log());
    }
    return new AheadOfTimeCache(file);
  }

  /// The program with the cache. It fails if its JVM refuses the cache.
  public JavaProgram in(JavaProgram program) {
    return program.with("-XX:AOTMode=on", "-XX:AOTCache=" + file);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
