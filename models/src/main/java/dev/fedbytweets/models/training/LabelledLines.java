package dev.fedbytweets.models.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The lines of a file of examples, split into label and text.
///
/// @param labels the labels as they are written, `null` for none
/// @param numbers where each line stands, from 1
record LabelledLines(
    String name,
    String language,
    String sha256,
    List<String> labels,
    List<String> texts,
    List<Integer> numbers) {

  private static final int LONGEST_SHOWN = 30;

  static LabelledLines of(Path file, String name, String language)
      throws IOException, LabelledTextException {
    byte[] bytes = Files.readAllBytes(file);
    List<String> labels = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int number = 0;
    for (String line : LabelledTexts.utf8(bytes).split("\r?\n", -1)) {
      number++;
      int tab = line.indexOf('\t');
      if (tab < 0 && !line.isBlank()) {
        throw new LabelledTextException(
            name + ", line " + number + ": there is no tab between label and text");
      }
      if (tab >= 0 && !line.substring(tab).isBlank()) {
        labels.add(line.substring(0, tab).strip());
        texts.add(line.substring(tab + 1));
        numbers.add(number);
      }
    }
    return new LabelledLines(name, language, LabelledTexts.sha256(bytes), labels, texts, numbers);
  }

  /// The examples, with labels as indexes of classes or, of sentiment, as their numbers.
  List<LabelledText> examples(List<String> classes) throws LabelledTextException {
    List<LabelledText> examples = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      int label = classes.indexOf(labels.get(i));
      if (label < 0 && classes.equals(LabelledTexts.SENTIMENT)) {
        label = List.of("0", "1", "2").indexOf(labels.get(i));
      }
      if (label < 0) {
        throw new LabelledTextException(
            name
                + ", line "
                + numbers.get(i)
                + ": "
                + shown(labels.get(i))
                + " is none of "
                + String.join(", ", classes));
      }
      examples.add(new LabelledText(language, label, texts.get(i)));
    }
    return examples;
  }

  private static String shown(String label) {
    return label.isEmpty()
        ? "an empty label"
        : label.length() > LONGEST_SHOWN ? "a label of " + label.length() + " signs" : label;
  }
}
