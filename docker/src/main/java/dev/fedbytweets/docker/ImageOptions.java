package dev.fedbytweets.docker;

import dev.fedbytweets.aotcache.Function;
import picocli.CommandLine.Option;

/// The options of both commands.
final class ImageOptions {

  @Option(
      names = "--repository",
      defaultValue = "fed-by-tweets",
      description =
          "What the names of the images begin with, before a slash. Default: ${DEFAULT-VALUE}")
  private String repository;

  @Option(
      names = "--memory",
      defaultValue = "512",
      description = "Megabytes of each function. Default: ${DEFAULT-VALUE}")
  private int memory;

  String repository() {
    return repository;
  }

  Image of(Function function) {
    return Image.of(repository, function);
  }

  ContainerLimits limits() {
    return ContainerLimits.ofMemory(memory);
  }
}
