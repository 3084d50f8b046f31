package dev.fedbytweets.bench.pages;

import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Workbench;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/// Pages in files that can be imported, as twarc2 writes them: each says when it was retrieved.
///
/// @param folder holds the files and nothing else
/// @param files how many there are
/// @param bytes of all of them
public record ImportFiles(Path folder, int files, long bytes) {

  private static final int SMALL_FILES = 20_000;

  /// How pages lie in files.
  public enum Layout {
    /// A file for each page.
    FILES,
    /// One file with a page on each line.
    LINES,
    /// The posts of each page on several pages, so that there are some 20,000 files.
    SMALL
  }

  /// Files with the same posts in each layout; they are made unless they are there.
  ///
  /// @param pages how many, of 100 posts
  public static ImportFiles of(Workbench bench, long seed, int pages, Layout layout)
      throws IOException, InterruptedException {
    Path made =
        bench.input(
            "recorded-pages-%s-%d-%d".formatted(layout.name(), seed, pages),
            folder -> write(Files.createDirectory(folder.resolve("pages")), seed, pages, layout));
    Path folder = made.resolve("pages");
    List<Path> files = Folders.files(folder);
    return new ImportFiles(folder, files.size(), Folders.bytes(files));
  }

  /// The files, as a glob.
  public String glob() {
    return folder + "/*";
  }

  private static void write(Path folder, long seed, int pages, Layout layout) throws IOException {
    PageGenerator generator = new PageGenerator(seed, Story.STEADY);
    int parts =
        switch (layout) {
          case FILES, LINES -> 1;
          case SMALL -> Math.clamp(SMALL_FILES / pages, 1, PageGenerator.POSTS);
        };
    for (int number = 0; number < pages; number++) {
      int count = 0;
      for (byte[] page : generator.parts(number, parts)) {
        count++;
        String name =
            switch (layout) {
              case FILES -> "page-%05d.json".formatted(number);
              case LINES -> "pages.jsonl";
              case SMALL -> "page-%05d-%03d.json".formatted(number, count);
            };
        append(folder.resolve(name), page, PageFolder.retrieved(number));
      }
    }
  }

  /// Writes a page on a line, with the time in the field where twarc2 notes it.
  private static void append(Path file, byte[] page, Instant retrieved) throws IOException {
    String noted = ",\"__twarc\":{\"retrieved_at\":\"%s\"}}\n".formatted(retrieved);
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      out.write(page, 0, page.length - 1);
      out.write(noted.getBytes(StandardCharsets.UTF_8));
    }
  }
}
