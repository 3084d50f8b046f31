import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final Pattern TYPE_IN_TEXT = Pattern.compile("`((?:[A-Z][a-z0-9]+){2,})`");

  /// Names in the documents that look like classes of this repository and belong to others.
  private static final Set<String> FOREIGN =
      Set.of("ErrorEquals", "OverwriteFiles", "RestrictImports");

  private static final String PACKAGE_COMMENT = "package-info";

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

    @Override
    public String toString() {
      return pack + "." + name + " in " + module;
    }
  }

  private final List<Source> sources;
  private final Map<String, Source> byQualifiedName = new TreeMap<>();

  private Rooms() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .filter(file -> file.toString().replace('\\', '/').contains("/src/"))
              .map(Source::of)
              .toList();
    }
    sources.forEach(source -> byQualifiedName.put(source.pack + "." + source.name, source));
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
      Set<String> test = imports(module, true);
      System.out.printf(
          "%-24s %7d %7d  %s%s%n",
          module,
          lines(module, false),
          lines(module, true),
          String.join(", ", imports(module, false)),
          test.isEmpty() ? "" : " + " + String.join(", ", test));
    }
    System.out.printf("%-24s %7d %7d%n", "", lines("", false), lines("", true));
  }

  private long lines(String module, boolean test) {
    return sources.stream()
        .filter(source -> source.module.startsWith(module) && source.test == test)
        .mapToLong(Source::lines)
        .sum();
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    String architecture = read(ROOT.resolve("ARCHITECTURE.md"));
    Map<String, Set<String>> modules = new TreeMap<>();
    for (String module : modules()) {
      modules.put(module, imports(module, false));
      if (!architecture.contains(row(module))) {
        problems.add("ARCHITECTURE.md: the table of modules has to say\n  " + row(module));
      }
    }
    circles(modules).forEach(circle -> problems.add("modules import each other: " + circle));
    circles(packages()).forEach(circle -> problems.add("packages import each other: " + circle));
    Map<String, List<Source>> byName =
        sources.stream().collect(groupingBy(Source::name, TreeMap::new, toList()));
    byName.remove(PACKAGE_COMMENT);
    byName.values().stream()
        .filter(namesakes -> namesakes.size() > 1)
        .forEach(namesakes -> problems.add("one name, two classes; rename one: " + namesakes));
    for (String document : List.of("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md")) {
      TYPE_IN_TEXT
          .matcher(read(ROOT.resolve(document)))
          .results()
          .map(match -> match.group(1))
          .filter(name -> !byName.containsKey(name) && !FOREIGN.contains(name))
          .forEach(name -> problems.add(document + ": there is no class " + name));
    }
    return problems;
  }

  private String row(String module) {
    return "| `%s` | %s | %s |"
        .formatted(
            module,
            String.join(", ", imports(module, false)),
            String.join(", ", imports(module, true)));
  }

  private Set<String> modules() {
    return sources.stream().map(Source::module).collect(toCollection(TreeSet::new));
  }

  /// The other modules that a module imports; with `test`, those that only its tests import.
  private Set<String> imports(String module, boolean test) {
    Set<String> imported =
        sources.stream()
            .filter(source -> source.module.equals(module) && source.test == test)
            .flatMap(source -> source.imports.stream())
            .map(byQualifiedName::get)
            .filter(Objects::nonNull)
            .map(Source::module)
            .filter(other -> !other.equals(module))
            .collect(toCollection(TreeSet::new));
    if (test) {
      imported.removeAll(imports(module, false));
    }
    return imported;
  }

  private Map<String, Set<String>> packages() {
    Map<String, Set<String>> packages = new TreeMap<>();
    for (Source source : sources) {
      if (!source.test) {
        source.imports.stream()
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .filter(name -> !name.equals(source.pack))
            .forEach(
                name -> packages.computeIfAbsent(source.pack, key -> new TreeSet<>()).add(name));
      }
    }
    return packages;
  }

  /// The sets of nodes of which each reaches each other one.
  private static Set<Set<String>> circles(Map<String, Set<String>> graph) {
    Map<String, Set<String>> reached = new TreeMap<>();
    graph.keySet().forEach(node -> reached.put(node, reach(graph, node, new TreeSet<>())));
    Set<Set<String>> circles = new LinkedHashSet<>();
    reached.forEach(
        (node, others) -> {
          if (others.contains(node)) {
            others.removeIf(other -> !reached.getOrDefault(other, Set.of()).contains(node));
            circles.add(others);
          }
        });
    return circles;
  }

  private static Set<String> reach(
      Map<String, Set<String>> graph, String node, Set<String> reached) {
    for (String next : graph.getOrDefault(node, Set.of())) {
      if (reached.add(next)) {
        reach(graph, next, reached);
      }
    }
    return reached;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
