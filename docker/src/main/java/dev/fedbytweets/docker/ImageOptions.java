package dev.fedbytweets.docker;

import dev.fedbytweets.training.Function;
import picocli.CommandLine.Option;

/// What both commands can be told.
final class ImageOptions {

  @Option(
      names = "--repository",
      defaultValue = "fed-by-tweets",
      description = "What the names of the images begin with, before a slash. Default: ${DEFAULT-VALUE}")
  private String repository;

  @Option(
      names = "--memory",
      defaultValue = "512",
      description = "Megabytes of each function. Default: ${DEFAULT-VALUE}")
  private int memory;

  @Option(
      names = "--cpus",
      defaultValue = "1",
      description = "CPUs of each function, or which part of one. Default: ${DEFAULT-VALUE}")
  private double cpus;

  String repository() {
    return repository;
  }

  Image of(Function function) {
    return Image.of(repository, function);
  }

  Limits limits() {
    return new Limits(memory, cpus);
  }
}
