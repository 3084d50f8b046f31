package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.lake.Lake;

/// A few of the shipped questions, answered.
final class DemoAnswers {

  private DemoAnswers() {}

  static void show(Terminal terminal, Lake lake) {
    terminal.print("");
  }
}
