package dev.fedbytweets.local.cli;

/// Says what to do when a person ends a command with Ctrl-C. Nothing has to be tidied up: every
/// step can die anywhere.
final class Interruption {

  private volatile boolean watching = true;

  private Interruption() {}

  static Interruption watch(Terminal terminal) {
    Interruption interruption = new Interruption();
    Thread last =
        new Thread(
            () -> {
              if (interruption.watching) {
                terminal.say("interrupted: the same command goes on where this one stopped");
              }
            });
    Runtime.getRuntime().addShutdownHook(last);
    return interruption;
  }

  /// The command has ended by itself.
  void stopWatching() {
    watching = false;
  }
}
