import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks that every Java file below a folder is in google-java-format, or brings it there:
/// `check FOLDER` or `write FOLDER`. Run by the build; `mvn validate -Dformat=write` writes.
public final class Format {

  private static final int LONGEST_LINE = 100;

  private Format() {}

  public static void main(String... arguments) throws IOException, FormatterException {
    boolean writes = arguments[0].equals("write");
    List<String> wrong = new ArrayList<>();
    for (Path file : files(Path.of(arguments[1]))) {
      String source = Files.readString(file);
      source
          .lines()
          .filter(line -> isTooLongComment(line))
          .forEach(line -> wrong.add(file + ": a comment is too long: " + line.strip()));
      String formatted = format(source);
      if (!formatted.equals(source)) {
        if (writes) {
          Files.writeString(file, formatted);
        } else {
          wrong.add(file + ": not formatted");
        }
      }
    }
    if (!wrong.isEmpty()) {
      wrong.forEach(System.err::println);
      System.err.println(
          "'mvn validate -Dformat=write' formats; too long comments have to be broken by hand");
      System.exit(1);
    }
  }

  /// The formatter would break the line and make the rest of a `///` comment an ordinary one.
  private static boolean isTooLongComment(String line) {
    return line.length() > LONGEST_LINE && line.strip().startsWith("//");
  }

  private static String format(String source) throws FormatterException {
    return new Formatter()
        .formatSource(
            RemoveUnusedImports.removeUnusedImports(
                ImportOrderer.reorderImports(source, Style.GOOGLE)));
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.toString().contains("/target/") && !path.toString().contains("/."))
          .sorted()
          .toList();
    }
  }
}
