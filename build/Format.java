import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Checks that the Java files are in google-java-format, or brings them there: `check` or `write`.
/// Run by the build; `mvn validate -N -Dformat=write` writes. Files that have not changed since the
/// last success are not looked at again.
///
/// The plugins (Spotless, fmt-maven-plugin) run the formatter in Maven's own JVM and parse with
/// its compiler, and Maven may run on a JDK 17, which knows no record patterns and no `_`. This
/// program runs on the JDK of the toolchain.
public final class Format {

  private static final Path STAMP = Path.of("target/formatter/formatted");
  private static final int LONGEST_LINE = 100;

  private Format() {}

  public static void main(String... arguments) throws Exception {
    FileTime start = FileTime.from(Instant.now());
    FileTime last = Files.exists(STAMP) ? Files.getLastModifiedTime(STAMP) : FileTime.fromMillis(0);
    List<Path> changed;
    try (Stream<Path> files =
        Files.find(
            Path.of(""),
            Integer.MAX_VALUE,
            (file, attributes) ->
                file.toString().endsWith(".java")
                    && attributes.lastModifiedTime().compareTo(last) >= 0)) {
      changed = files.filter(file -> !file.toString().contains("/target/")).toList();
    }
    boolean writes = arguments[0].equals("write");
    if (changed.stream().filter(file -> !isFormatted(file, writes)).count() > 0) {
      System.err.println(
          "'mvn validate -N -Dformat=write' formats; long comments are broken by hand");
      System.exit(1);
    }
    Files.createDirectories(STAMP.getParent());
    Files.writeString(STAMP, "");
    Files.setLastModifiedTime(STAMP, start);
  }

  private static boolean isFormatted(Path file, boolean writes) {
    try {
      String source = Files.readString(file);
      String formatted =
          new Formatter()
              .formatSource(
                  RemoveUnusedImports.removeUnusedImports(
                      ImportOrderer.reorderImports(source, Style.GOOGLE)));
      // Of a `///` comment that is too long, the formatter makes an ordinary one.
      boolean fits =
          source
              .lines()
              .noneMatch(line -> line.length() > LONGEST_LINE && line.strip().startsWith("//"));
      if (!fits) {
        System.err.println(file + ": a comment is longer than " + LONGEST_LINE + " characters");
      } else if (!formatted.equals(source) && writes) {
        Files.writeString(file, formatted);
      } else if (!formatted.equals(source)) {
        System.err.println(file + ": not formatted");
        return false;
      }
      return fits;
    } catch (Exception e) {
      System.err.println(file + ": " + e.getMessage());
      return false;
    }
  }
}
