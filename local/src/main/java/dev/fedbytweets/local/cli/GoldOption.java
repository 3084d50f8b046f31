package dev.fedbytweets.local.cli;

import picocli.CommandLine.Option;

/// The option of commands that change the tables and then bring gold up to date.
final class GoldOption {

  @Option(
      names = "--no-gold",
      description =
          "Leave labels, counts and the page as they are; 'lake dashboard' brings them up to date.")
  private boolean isOff;

  boolean isOff() {
    return isOff;
  }
}
