package dev.fedbytweets.models.training;

import dev.fedbytweets.models.TextClassifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Examples read from files of one example a line: label, tab, text, in UTF-8. A line without text
/// is left out.
///
/// @param classes the classes, in the order of [LabelledText#label()]
/// @param files where they came from
/// @param examples the examples, in the order of files and lines
public record LabelledTexts(
    List<String> classes, List<LabelledFile> files, List<LabelledText> examples) {

  /// The classes of sentiment; files may also name them 0, 1 and 2.
  public static final List<String> SENTIMENT = List.of("negative", "neutral", "positive");

  /// Keeps copies of the lists.
  public LabelledTexts {
    classes = List.copyOf(classes);
    files = List.copyOf(files);
    examples = List.copyOf(examples);
  }

  /// Reads all `.tsv` files of a folder and the folders in it. A file's name begins with its
  /// language, such as `portuguese.train.tsv` or `pt.tsv`; one that does not is English.
  ///
  /// @param classes the classes; if there is none given, those that the files name, in order of
  ///     the alphabet
  /// @throws LabelledTextException if there is no example, or a line that is none
  public static LabelledTexts ofFolder(Path folder, List<String> classes)
      throws IOException, LabelledTextException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths =
          walk.filter(path -> path.toString().endsWith(".tsv") && Files.isRegularFile(path))
              .sorted()
              .toList();
    }
    if (paths.isEmpty()) {
      throw new LabelledTextException(folder + " holds no .tsv file");
    }
    List<LabelledLines> files = new ArrayList<>();
    for (Path path : paths) {
      String name = folder.relativize(path).toString().replace('\\', '/');
      files.add(LabelledLines.of(path, name, languageOf(path)));
    }
    return of(files, classes);
  }

  /// Reads one file.
  ///
  /// @param classes as for a folder
  /// @throws LabelledTextException if there is no example, or a line that is none
  public static LabelledTexts ofFile(Path file, String language, List<String> classes)
      throws IOException, LabelledTextException {
    String name = String.valueOf(file.getFileName());
    return of(List.of(LabelledLines.of(file, name, language)), classes);
  }

  /// Those of one language, with the classes of all.
  ///
  /// @throws LabelledTextException if there is none
  LabelledTexts ofLanguage(String language) throws LabelledTextException {
    List<LabelledText> found = examplesOf(file -> file.language().equals(language));
    if (found.isEmpty()) {
      throw new LabelledTextException("there is no file of the language " + language);
    }
    List<LabelledFile> theirs =
        files.stream().filter(file -> file.language().equals(language)).toList();
    return new LabelledTexts(classes, theirs, found);
  }

  /// The examples of some of the files.
  List<LabelledText> examplesOf(Predicate<LabelledFile> wanted) {
    List<LabelledText> found = new ArrayList<>();
    int at = 0;
    for (LabelledFile file : files) {
      int end = at + file.examples();
      if (wanted.test(file)) {
        found.addAll(examples.subList(at, end));
      }
      at = end;
    }
    return found;
  }

  /// Fails if a language has fewer examples of a class.
  void requireOfEachClass(int least) throws LabelledTextException {
    if (classes.size() < 2) {
      throw new LabelledTextException("there is one label alone, %s".formatted(classes));
    }
    Map<String, int[]> counts = new TreeMap<>();
    for (LabelledText example : examples) {
      counts.computeIfAbsent(example.language(), key -> new int[classes.size()])[example.label()]++;
    }
    for (Map.Entry<String, int[]> language : counts.entrySet()) {
      for (int label = 0; label < classes.size(); label++) {
        if (language.getValue()[label] < least) {
          throw new LabelledTextException(
              "of %s %d texts are labelled %s; at least %d are needed"
                  .formatted(
                      language.getKey(), language.getValue()[label], classes.get(label), least));
        }
      }
    }
  }

  /// The language that a file's name begins with, by its code or its name in English.
  public static String languageOf(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String first = name.substring(0, (name + ".").indexOf('.'));
    for (String code : Locale.getISOLanguages()) {
      String language = Locale.of(code).getDisplayLanguage(Locale.ENGLISH);
      if (first.equals(code) || first.equals(language.toLowerCase(Locale.ROOT))) {
        return code;
      }
    }
    return "en";
  }

  private static LabelledTexts of(List<LabelledLines> read, List<String> given)
      throws LabelledTextException {
    List<String> classes = given;
    if (classes.isEmpty()) {
      TreeSet<String> names = new TreeSet<>();
      for (LabelledLines file : read) {
        names.addAll(file.labels());
      }
      names.remove(TextClassifier.OTHER);
      classes = List.copyOf(names);
    }
    List<LabelledFile> files = new ArrayList<>();
    List<LabelledText> examples = new ArrayList<>();
    for (LabelledLines file : read) {
      List<LabelledText> found = file.examples(classes);
      examples.addAll(found);
      files.add(new LabelledFile(file.name(), file.language(), found.size(), file.sha256()));
    }
    if (examples.isEmpty()) {
      throw new LabelledTextException(read.getFirst().name() + " holds no example");
    }
    return new LabelledTexts(classes, files, examples);
  }

  /// The SHA-256 of bytes in hexadecimal digits.
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
