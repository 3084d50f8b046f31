package dev.fedbytweets.local.cli;

import dev.fedbytweets.local.importing.ImportProgress;
import java.nio.file.Path;

/// Shows the progress of an import: how much of all files is read, and how long the rest takes.
final class ImportProgressLine implements ImportProgress {

  private static final long MEGABYTE = 1_000_000;
  private static final int HUNDRED = 100;

  private final Terminal terminal;
  private final Pace pace = new Pace(System.nanoTime());

  ImportProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void reached(Path file, long bytes, long total) {
    terminal.showProgress(() -> line(file, bytes, total));
  }

  private String line(Path file, long bytes, long total) {
    String left = pace.left(bytes, total - bytes, System.nanoTime());
    String read =
        total == 0 ? size(bytes) : "%d %% of %s".formatted(HUNDRED * bytes / total, size(total));
    return "  %s read%s: %s".formatted(read, total == 0 ? "" : left, file.getFileName());
  }

  private static String size(long bytes) {
    return bytes < MEGABYTE
        ? "%,d kB".formatted((bytes + 999) / 1000)
        : "%,d MB".formatted(bytes / MEGABYTE);
  }
}
