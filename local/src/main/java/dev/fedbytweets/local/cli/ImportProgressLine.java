package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.importing.ImportProgress;
import java.nio.file.Path;

/// Shows the progress of an import.
final class ImportProgressLine implements ImportProgress {

  private static final int HUNDRED = 100;

  private final Terminal terminal;

  ImportProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void reached(Path file, long bytes, long total) {
    String progress = total == 0 ? "%,d MB".formatted(bytes >> 20) : HUNDRED * bytes / total + " %";
    terminal.showProgress("  reading %s: %s".formatted(file.getFileName(), progress));
  }
}
