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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/// What runs brought into bronze on one day, by run and subject.
final class RunCounts {

  private final Map<String, Map<String, Cell>> byRun = new TreeMap<>();
  private final LocalDate day;

  RunCounts(LocalDate day) {
    this.day = day;
  }

  void add(Tweet post) {
    Cell cell = cell(post.runId(), post.subject(), post.retrievedAt(), post.fileName());
    if (!FoundAs.REFERENCED.columnValue().equals(post.foundAs())) {
      cell.posts++;
    }
  }

  void add(Medium medium) {
    LakeLayout.subjectOf(medium.fileName())
        .ifPresent(
            subject ->
                cell(medium.runId(), subject, medium.retrievedAt(), medium.fileName()).media++);
  }

  List<RunCollection> rows(XPrices prices, RowsSetAside quarantined) {
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
                              quarantined.of(run.getKey(), cell.pages));
                        }))
        .toList();
  }

  private Cell cell(String run, String subject, Instant at, String fileName) {
    Cell cell =
        byRun
            .computeIfAbsent(run, _ -> new TreeMap<>())
            .computeIfAbsent(subject, _ -> new Cell(at));
    cell.pages.add(fileName);
    if (at.isBefore(cell.firstAt)) {
      cell.firstAt = at;
    }
    return cell;
  }

  private static final class Cell {

    private final Set<String> pages = new HashSet<>();
    private Instant firstAt;
    private long posts;
    private long media;

    Cell(Instant firstAt) {
      this.firstAt = firstAt;
    }
  }
}
