package dev.fedbytweets.togold;

import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.model.FoundAs;
import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.RunCollection;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.PageKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/// What runs brought into bronze on one day, by run and subject.
final class RunCounts {

  private final Map<String, Map<String, Cell>> byRun = new TreeMap<>();
  private final LocalDate day;

  RunCounts(LocalDate day) {
    this.day = day;
  }

  void add(Tweet post) {
    Cell cell = cell(post.runId(), post.subject(), post.importDate(), post.fileName());
    if (!FoundAs.REFERENCED.columnValue().equals(post.foundAs())) {
      cell.posts++;
    }
  }

  void add(Medium medium) {
    LakeLayout.subjectOf(medium.fileName())
        .ifPresent(
            subject ->
                cell(medium.runId(), subject, medium.importDate(), medium.fileName()).media++);
  }

  /// @param quarantined how many rows of a run's pages were set aside, by the folder of these pages
  ///     below `raw/`
  List<RunCollection> rows(XPrices prices, ToLongFunction<String> quarantined) {
    BiFunction<String, Cell, Double> charge =
        (run, cell) ->
            run.equals(PageKey.IMPORTED.value())
                ? 0
                : prices.chargeUsd(cell.posts, cell.media).doubleValue();
    return byRun.entrySet().stream()
        .flatMap(
            run ->
                run.getValue().entrySet().stream()
                    .map(
                        subject -> {
                          Cell cell = subject.getValue();
                          return new RunCollection(
                              day,
                              run.getKey(),
                              subject.getKey(),
                              cell.firstAt,
                              cell.posts,
                              cell.media,
                              charge.apply(run.getKey(), cell),
                              quarantined.applyAsLong(cell.folder));
                        }))
        .toList();
  }

  private Cell cell(String run, String subject, Instant at, String fileName) {
    Cell cell =
        byRun
            .computeIfAbsent(run, _ -> new TreeMap<>())
            .computeIfAbsent(
                subject, _ -> new Cell(at, fileName.substring(0, fileName.lastIndexOf('/') + 1)));
    if (at.isBefore(cell.firstAt)) {
      cell.firstAt = at;
    }
    return cell;
  }

  private static final class Cell {

    private final String folder;
    private Instant firstAt;
    private long posts;
    private long media;

    Cell(Instant firstAt, String folder) {
      this.firstAt = firstAt;
      this.folder = folder;
    }
  }
}
