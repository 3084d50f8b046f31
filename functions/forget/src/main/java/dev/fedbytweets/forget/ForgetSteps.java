package dev.fedbytweets.forget;

import dev.fedbytweets.contracts.forgotten.Tombstone;
import dev.fedbytweets.contracts.forgotten.Tombstones;
import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.step.ForgetProgress;
import dev.fedbytweets.core.step.ForgetStep;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.OldVersions;
import dev.fedbytweets.forget.ForgetReport.RewrittenObject;
import dev.fedbytweets.forget.ForgetReport.SearchReport;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.deletion.CleanFiles;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The steps of forgetting. Each does nothing when it was done.
final class ForgetSteps {

  private static final Logger LOG = LoggerFactory.getLogger(ForgetSteps.class);

  /// How far a clock of the storage may be ahead of ours.
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final LakeTables lake;
  private final ObjectStore store;
  private final OtherFiles others;
  private final OldVersions versions;
  private final ForgetSettings settings;
  private final InstantSource clock;
  private final Tombstones tombstones;
  private final ForgetReports reports;
  private CleanFiles clean = new CleanFiles(Forgotten.NOTHING);

  ForgetSteps(
      LakeTables lake,
      ObjectStore store,
      OtherFiles others,
      OldVersions versions,
      ForgetSettings settings,
      InstantSource clock) {
    this.lake = lake;
    this.store = store;
    this.others = Objects.requireNonNull(others, "others");
    this.versions = Objects.requireNonNull(versions, "versions");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.clock = clock;
    this.tombstones = new Tombstones(store);
    this.reports = new ForgetReports(store);
  }

  /// Does a step, or as much of it as fits.
  ///
  /// @return what is next
  ForgetProgress advance(Tombstone tombstone, ForgetProgress progress, Instant deadline) {
    Forgotten forgotten = tombstones.forgotten(tombstone);
    return switch (progress.step()) {
      case EXPAND -> {
        expand(tombstone);
        yield progress.goOnWith(ForgetStep.TABLES);
      }
      case TABLES -> removeFromTable(progress, tombstone, forgotten);
      case OBJECTS -> rewriteObjects(progress, tombstone, forgotten, deadline);
      case SEARCH -> search(progress, forgotten, deadline);
      case VERSIONS -> deleteVersions(progress, deadline);
      case PROOF -> countVersions(progress, deadline);
      case REPORT -> finish(progress, tombstone);
    };
  }

  private ForgetProgress removeFromTable(
      ForgetProgress progress, Tombstone tombstone, Forgotten forgotten) {
    Optional<TableDefinition<?>> next = tableAfter(progress.after());
    if (next.isEmpty()) {
      return progress.goOnWith(ForgetStep.OBJECTS);
    }
    boolean scrubs = tombstone.hashes().containsKey(ForgottenKind.SCRUB_GEO.lowerCase());
    String table = next.get().toString();
    new ForgottenTables(lake, clean(forgotten), settings.readers(), scrubs)
        .remove(next.get(), progress.before())
        .ifPresent(removed -> reports.store(reports.of(tombstone).with(table, removed)));
    return progress.goOnWith(ForgetStep.TABLES).goOnAfter(table);
  }

  private ForgetProgress rewriteObjects(
      ForgetProgress progress, Tombstone tombstone, Forgotten forgotten, Instant deadline) {
    ForgottenObjects.Part<RewrittenObject> part =
        objects(forgotten).rewrite(progress.after(), deadline);
    if (!part.results().isEmpty()) {
      reports.store(reports.of(tombstone).with(part.results()));
    }
    if (!part.isLast()) {
      return progress.goOnAfter(part.after());
    }
    // Whoever writes now may have read what is gone, and has not committed it yet.
    return settings.rounds() > 1
        ? progress.waitBefore(ForgetStep.SEARCH, clock.instant())
        : progress.goOnWith(ForgetStep.SEARCH);
  }

  /// The tables first, one after another, then the objects.
  private ForgetProgress search(ForgetProgress progress, Forgotten forgotten, Instant deadline) {
    List<String> found = new ArrayList<>();
    Optional<TableDefinition<?>> table = tableAfter(progress.after());
    if (table.isPresent()) {
      long files =
          new ForgottenTables(lake, clean(forgotten), settings.readers(), false)
              .search(table.get(), found);
      return progress
          .goOnWith(ForgetStep.SEARCH)
          .searched(0, files, found)
          .goOnAfter(table.get().toString());
    }
    String after = isTable(progress.after()) ? "" : progress.after();
    ForgottenObjects.Part<String> part = objects(forgotten).search(after, deadline);
    ForgetProgress searched = progress.searched(part.objects(), 0, part.results());
    return part.isLast() ? afterSearch(searched, forgotten) : searched.goOnAfter(part.after());
  }

  private ForgetProgress afterSearch(ForgetProgress progress, Forgotten forgotten) {
    List<String> found = new ArrayList<>();
    long files = others.search(forgotten, found);
    ForgetProgress searched = progress.searched(0, files, found);
    if (searched.found() == 0) {
      return versionsOf(searched);
    }
    return searched.round() < settings.rounds()
        ? searched.again()
        : searched.goOnWith(ForgetStep.REPORT);
  }

  private ForgetProgress deleteVersions(ForgetProgress progress, Instant deadline) {
    // By whichever clock: more goes than is looked for afterwards.
    OldVersions.Portion portion =
        versions.delete(progress.after(), progress.before().plus(CLOCKS_DIFFER), deadline);
    ForgetProgress deleted = progress.deletedVersions(portion.versions());
    return portion.isLast()
        ? deleted.goOnWith(ForgetStep.PROOF)
        : deleted.goOnAfter(portion.after());
  }

  private ForgetProgress countVersions(ForgetProgress progress, Instant deadline) {
    OldVersions.Portion portion = versions.count(progress.after(), progress.before(), deadline);
    ForgetProgress counted = progress.left(portion.versions(), "old versions of objects");
    if (!portion.isLast()) {
      return counted.goOnAfter(portion.after());
    }
    return counted.found() > 0 && counted.round() < settings.rounds()
        ? versionsOf(progress.lookedAtVersionsAgain())
        : counted.goOnWith(ForgetStep.REPORT);
  }

  /// What was replaced until now.
  private ForgetProgress versionsOf(ForgetProgress progress) {
    return progress.goOnWith(ForgetStep.VERSIONS).withBefore(clock.instant());
  }

  private ForgetProgress finish(ForgetProgress progress, Tombstone tombstone) {
    SearchReport search =
        new SearchReport(
            progress.objects(), progress.files(), progress.found(), progress.foundIn());
    ForgetReport report =
        reports.of(tombstone).finished(clock.instant(), search, progress.versions());
    reports.store(report);
    if (report.isClean() && tombstone.doneAt() == null) {
      tombstones.replace(with(tombstone, true, clock.instant(), tombstone.hashes()));
    }
    LOG.atInfo()
        .addKeyValue("batch", progress.batch())
        .addKeyValue("objects", report.objects().size())
        .addKeyValue("found", progress.found())
        .log("a request to forget is done");
    return progress.done(tombstone.hashes().containsKey(ForgottenKind.SUBJECT.lowerCase()));
  }

  /// The files that were searched for it in this process.
  private CleanFiles clean(Forgotten forgotten) {
    if (!clean.forgotten().equals(forgotten)) {
      clean = new CleanFiles(forgotten);
    }
    return clean;
  }

  private ForgottenObjects objects(Forgotten forgotten) {
    return new ForgottenObjects(store, forgotten, settings.readers(), clock);
  }

  /// @param after a table, else nothing
  private static Optional<TableDefinition<?>> tableAfter(String after) {
    List<TableDefinition<?>> tables = ForgottenTables.inOrder();
    if (after.isEmpty()) {
      return Optional.of(tables.getFirst());
    }
    List<String> names = tables.stream().map(TableDefinition::toString).toList();
    int next = names.indexOf(after) + 1;
    return next == 0 || next == tables.size() ? Optional.empty() : Optional.of(tables.get(next));
  }

  private static boolean isTable(String after) {
    return ForgottenTables.inOrder().stream().anyMatch(table -> table.toString().equals(after));
  }

  private void expand(Tombstone tombstone) {
    if (tombstone.isExpanded()) {
      return;
    }
    // Posts of a forgotten subject may belong to others, too.
    Forgotten given = tombstones.forgotten(tombstone).withoutSubjects();
    Map<String, Set<String>> hashes = new TreeMap<>();
    tombstone.hashes().forEach((kind, known) -> hashes.put(kind, new HashSet<>(known)));
    tombstones
        .hashes(new Expansion(lake, clean(given), settings.readers()).find())
        .forEach(
            (kind, more) -> hashes.computeIfAbsent(kind, name -> new HashSet<>()).addAll(more));
    Map<String, List<String>> all = new TreeMap<>();
    hashes.forEach((kind, known) -> all.put(kind, known.stream().sorted().toList()));
    tombstones.replace(with(tombstone, true, null, all));
  }

  private static Tombstone with(
      Tombstone tombstone, boolean isExpanded, Instant doneAt, Map<String, List<String>> hashes) {
    return new Tombstone(
        tombstone.batch(),
        tombstone.requestedAt(),
        tombstone.reason(),
        tombstone.requested(),
        isExpanded,
        doneAt,
        tombstone.liftedAt(),
        hashes);
  }
}
