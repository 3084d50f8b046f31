package dev.fedbytweets.acceptance.permissions;

import dev.fedbytweets.core.model.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The table "Who may do what" of `terraform/README.md`, which Terraform's own tests hold against
/// the plan.
///
/// @param rows one for each role, `<table>` filled in
record Permissions(List<Row> rows) {

  private static final Path README = Path.of("..", "terraform", "README.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| (\\S+) \\| (`\\S+(?: `\\S+)*) \\| (`\\S+(?: `\\S+)*) \\|$");

  /// A row; each of its actions is allowed on each of its resources.
  record Row(String role, List<String> actions, List<String> resources) {

    boolean allows(Use use) {
      return actions.contains(use.action()) && covers(use.resource());
    }

    private boolean covers(String resource) {
      return resources.stream().anyMatch(pattern -> matches(pattern, resource));
    }

    /// Which actions and which resources none of these needs; if the whole row is not needed, its
    /// resources alone.
    List<Unused> unused(List<Use> uses) {
      List<Use> allowed = uses.stream().filter(this::allows).toList();
      Stream<String> unusedActions =
          actions.stream()
              .filter(_ -> !allowed.isEmpty())
              .filter(action -> allowed.stream().noneMatch(use -> use.action().equals(action)));
      Stream<String> unusedResources =
          resources.stream()
              .filter(
                  pattern -> allowed.stream().noneMatch(use -> matches(pattern, use.resource())));
      return Stream.concat(unusedActions, unusedResources)
          .map(what -> new Unused(what, this))
          .toList();
    }

    private static boolean matches(String pattern, String resource) {
      String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
      return resource.matches(regex);
    }
  }

  /// An action or a resource of a row that is not needed.
  record Unused(String what, Row row) {}

  /// Reads the table.
  ///
  /// @param environment fills in the names
  static Permissions of(String environment) {
    String readme = text();
    return new Permissions(
        Stream.of(Entity.values())
            .map(entity -> readme.replace("<table>", entity.lowerCase()))
            .map(text -> text.replace("<name>", "fed-by-tweets-" + environment))
            .map(text -> text.replace("<environment>", environment))
            .flatMap(text -> ROW.matcher(text).results())
            .map(
                row ->
                    new Row(
                        row.group(1).replace("`", ""), words(row.group(2)), words(row.group(3))))
            .distinct()
            .toList());
  }

  /// The rows of a role.
  List<Row> of(Role role) {
    return rows.stream().filter(row -> row.role().equals(role.title())).toList();
  }

  private static List<String> words(String cell) {
    return List.of(cell.replace("`", "").split(" "));
  }

  private static String text() {
    try {
      return Files.readString(README);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
