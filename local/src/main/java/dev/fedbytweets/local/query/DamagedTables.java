package dev.fedbytweets.local.query;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileDamage;
import dev.fedbytweets.local.lake.LakeDirectory;
import dev.fedbytweets.local.query.TableView.ViewFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Recognises failures of DuckDB that come from a damaged file of a table.
///
/// @param directory the lake's
/// @param views of its tables
/// @param leftOut the facts that cannot be read and have no view
record DamagedTables(LakeDirectory directory, List<TableView> views, List<FactViews.Fact> leftOut) {

  /// The failure for a person: which file of which table is missing or damaged, and what heals it;
  /// else as [SqlFailures] words it.
  RejectedException rejected(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    for (TableView view : views) {
      if (view.damage().filter(message::contains).isPresent()) {
        return new RejectedException(view.damage().get(), failure);
      }
      Optional<ViewFile> file = named(view, failure);
      if (file.isPresent()) {
        return rejected(view, file.get(), failure);
      }
    }
    return leftOut.stream()
        .filter(
            fact -> message.contains("Table with name %s does not exist".formatted(fact.name())))
        .findFirst()
        .map(fact -> rejected(fact, failure))
        .orElseGet(() -> SqlFailures.rejected(failure));
  }

  private RejectedException rejected(FactViews.Fact fact, SQLException failure) {
    return new RejectedException(
        "facts.%s: %s is damaged: %s puts it anew"
            .formatted(
                fact.name(), fact.path(), directory.command("fact").with(fact.name()).with("FILE")),
        failure);
  }

  /// The file of a view that a failure names; empty if it names none.
  static Optional<ViewFile> named(TableView view, SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return view.files().stream()
        .filter(file -> message.contains(file.path()) || message.contains(file.pattern()))
        .findFirst();
  }

  private RejectedException rejected(TableView view, ViewFile file, SQLException failure) {
    Optional<String> damage = FileDamage.of(Path.of(file.path()), file.bytes());
    return new RejectedException(
        "%s: %s %s: %s makes the tables anew from the raw pages"
            .formatted(
                view.definition(),
                file.path(),
                damage.orElse("is damaged"),
                directory.command("rebuild")),
        failure);
  }
}
