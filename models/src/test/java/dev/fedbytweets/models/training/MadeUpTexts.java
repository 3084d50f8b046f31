package dev.fedbytweets.models.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Made-up labelled texts: words of feeling among words of none.
final class MadeUpTexts {

  private static final List<String> FEELINGS =
      List.of("bad awful sad", "plain usual", "good great");
  private static final List<String> SENTIMENTOS =
      List.of("ruim triste feio", "normal comum", "bom ótimo lindo");
  private static final List<String> OTHERS =
      List.of("tea", "rain", "train", "morning", "casa", "rua", "dia", "cup");

  private MadeUpTexts() {}

  /// Writes a folder of English and Portuguese texts, also as files to validate with.
  static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("more"));
    Files.writeString(folder.resolve("english.train.tsv"), lines(FEELINGS, 240, 1));
    Files.writeString(folder.resolve("english.val.tsv"), lines(FEELINGS, 60, 2));
    Files.writeString(folder.resolve("more/pt.tsv"), lines(SENTIMENTOS, 90, 3));
    return folder;
  }

  private static String lines(List<String> feelings, int count, long seed) {
    Random random = new Random(seed);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String[] words = feelings.get(i % 3).split(" ");
      lines.append(i % 3).append('\t').append(other(random)).append(' ');
      lines.append(words[random.nextInt(words.length)]).append(' ').append(other(random));
      lines.append('\n');
    }
    return lines.toString();
  }

  private static String other(Random random) {
    return OTHERS.get(random.nextInt(OTHERS.size()));
  }
}
