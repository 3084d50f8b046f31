package dev.fedbytweets.local.cli;

/// Prints how to continue when a person ends a command with Ctrl-C. Nothing needs to be cleaned up,
/// because every step can be interrupted anywhere.
final class InterruptNotice {

  private volatile boolean watching = true;

  private InterruptNotice() {}

  static InterruptNotice watch(Terminal terminal) {
    InterruptNotice notice = new InterruptNotice();
    Thread last =
        new Thread(
            () -> {
              if (notice.watching) {
                terminal.interrupt("interrupted: the same command goes on where this one stopped");
              }
            });
    Runtime.getRuntime().addShutdownHook(last);
    return notice;
  }

  /// Ends the watch, because the command has ended by itself.
  void stopWatching() {
    watching = false;
  }
}
