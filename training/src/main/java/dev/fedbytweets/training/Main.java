package dev.fedbytweets.training;

import java.nio.file.Files;
import java.nio.file.Path;

public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    FunctionImage image = new FunctionImage(Path.of(arguments[2]), Path.of(arguments[3]));
    Function function = Function.named(arguments[1]);
    Path objects = Files.createTempDirectory("objects");
    long start = System.nanoTime();
    Path cache = Training.train(image, function, objects);
    System.out.printf("%s %d MB %.1f s%n", cache, Files.size(cache) >> 20, (System.nanoTime() - start) / 1e9);
    System.exit(0);
  }
}
