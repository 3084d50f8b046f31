import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Prints the modules of this repository, what each imports and how long it is: `java
/// build/Rooms.java`. With `check`, as the build runs it, compares that with the table in
/// `ARCHITECTURE.md`, and fails on circles of imports, on class names that stand twice and on
/// class names in the documents that do not exist.
public final class Rooms {

  private static final Path ROOT = Path.of("");
  private static final Pattern OURS =
      Pattern.compile("(?m)^import (?:static )?(dev\\.fedbytweets\\.[a-z0-9.]*)\\.([A-Z]\\w*)");
  private static final Pattern DOCUMENTED = Pattern.compile("`((?:[A-Z][a-z0-9]+){2,})`");

  /// Names in the documents that look like classes of this repository and belong to others.
  private static final Set<String> OTHERS = Set.of("RestrictImports", "ErrorEquals");

  /// A Java file: where it lies, and the classes of this repository that it imports.
  private record Source(
      String module, boolean test, String pack, String name, List<String> imports, long lines) {

    static Source of(Path file) {
      String path = file.toString().replace('\\', '/');
      int source = path.indexOf("/src/");
      String text = read(file);
      List<MatchResult> matches = OURS.matcher(text).results().toList();
      return new Source(
          path.substring(0, source),
          !path.startsWith("/src/main/", source),
          path.substring(path.indexOf("/java/") + 6, path.lastIndexOf('/')).replace('/', '.'),
          path.substring(path.lastIndexOf('/') + 1).replace(".java", ""),
          matches.stream().map(match -> match.group(1) + "." + match.group(2)).toList(),
          text.lines().count());
    }
  }

  private final List<Source> sources;
  private final Map<String, Source> byClass = new TreeMap<>();

  private Rooms() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("target"))
              .filter(file -> file.toString().replace('\\', '/').contains("/src/"))
              .map(Source::of)
              .toList();
    }
    sources.forEach(source -> byClass.put(source.pack + "." + source.name, source));
  }

  public static void main(String... arguments) throws IOException {
    Rooms rooms = new Rooms();
    if (!List.of(arguments).contains("check")) {
      rooms.print();
      return;
    }
    List<String> problems = rooms.problems();
    if (!problems.isEmpty()) {
      problems.forEach(System.err::println);
      System.exit(1);
    }
  }

  private void print() {
    System.out.printf("%-24s %7s %7s  %s%n", "module", "main", "test", "imports (+ of tests)");
    for (String module : modules()) {
      Set<String> main = arrows(module, false);
      Set<String> test = arrows(module, true);
      System.out.printf(
          "%-24s %7d %7d  %s%s%n",
          module,
          lines(module, false),
          lines(module, true),
          String.join(", ", main),
          test.isEmpty() ? "" : " + " + String.join(", ", test));
    }
    System.out.printf("%-24s %7d %7d%n", "", lines("", false), lines("", true));
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    String architecture = read(ROOT.resolve("ARCHITECTURE.md"));
    for (String module : modules()) {
      String row = row(module);
      if (!architecture.contains(row)) {
        problems.add("ARCHITECTURE.md, table of the modules: it has to say\n  " + row);
      }
    }
    Map<String, Set<String>> modules = new TreeMap<>();
    modules().forEach(module -> modules.put(module, arrows(module, false)));
    circles(modules)
        .forEach(circle -> problems.add("modules import each other: " + circle + "; break it"));
    circles(packages())
        .forEach(circle -> problems.add("packages import each other: " + circle + "; break it"));
    sources.stream()
        .filter(source -> !source.name.equals("package-info"))
        .collect(groupingBy(source -> source.name, TreeMap::new, mapping(s -> s.module, toSet())))
        .forEach(
            (name, places) -> {
              if (places.size() > 1) {
                problems.add("two classes are named " + name + ", in " + places + ": rename one");
              }
            });
    return problems;
  }
}
