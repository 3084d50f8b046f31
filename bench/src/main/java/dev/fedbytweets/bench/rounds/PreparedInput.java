package dev.fedbytweets.bench.rounds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An input that takes long to make. It is complete if its mark, which is written last, names the
/// folder itself, because the tables of a lake cannot be moved.
record PreparedInput(Path folder) {

  Path made(Workbench bench, Workbench.Maker maker) throws IOException, InterruptedException {
    Path mark = folder.resolve("made");
    if (Files.exists(mark) && Files.readString(mark).equals(folder.toString())) {
      return folder;
    }
    bench.say("making %s, which is kept for the next time ...".formatted(folder));
    Folders.remove(folder);
    Files.createDirectories(folder);
    maker.make(folder);
    Files.writeString(mark, folder.toString());
    return folder;
  }
}
