package dev.fedbytweets.togold;

import dev.fedbytweets.core.model.DaySentiment;
import dev.fedbytweets.core.model.PostLabel;
import dev.fedbytweets.core.model.SilverTweet;
import dev.fedbytweets.models.Share;
import dev.fedbytweets.models.TextClassifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many posts of a subject and language a model takes for negative, neutral and positive, and
/// which shares these are if its usual errors are taken out.
final class SentimentCounts {

  private static final String UNKNOWN_LANGUAGE = "und";

  private final Map<String, Map<String, Cell>> bySubject = new TreeMap<>();
  private final LocalDate day;
  private final TextClassifier model;
  private final CorrectedShares corrected;

  /// @param model whose labels count
  SentimentCounts(LocalDate day, TextClassifier model) {
    this.day = day;
    this.model = model;
    this.corrected = new CorrectedShares(model);
  }

  void add(SilverTweet post) {
    cell(post.subject(), post.lang()).posts++;
  }

  /// Labels of other models, or of an earlier version of this one, do not count.
  void add(PostLabel label) {
    int index = model.classes().indexOf(label.label());
    if (index >= 0 && label.modelHash().equals(model.hash())) {
      cell(label.subject(), label.lang()).labels[index]++;
    }
  }

  List<DaySentiment> rows() {
    return bySubject.entrySet().stream()
        .flatMap(
            subject ->
                subject.getValue().entrySet().stream()
                    .map(lang -> row(subject.getKey(), lang.getKey(), lang.getValue())))
        .toList();
  }

  private Cell cell(String subject, @Nullable String lang) {
    return bySubject
        .computeIfAbsent(subject, _ -> new TreeMap<>())
        .computeIfAbsent(lang == null ? UNKNOWN_LANGUAGE : lang, _ -> new Cell());
  }

  private DaySentiment row(String subject, String lang, Cell cell) {
    long scored = cell.labels[0] + cell.labels[1] + cell.labels[2];
    List<Share> shares =
        corrected.of(lang, List.of(cell.labels[0], cell.labels[1], cell.labels[2]));
    if (shares.isEmpty()) {
      return new DaySentiment(
          day,
          subject,
          lang,
          null,
          cell.posts,
          0,
          0,
          0,
          0,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    return new DaySentiment(
        day,
        subject,
        lang,
        model.hash(),
        cell.posts,
        scored,
        cell.labels[0],
        cell.labels[1],
        cell.labels[2],
        rounded(shares.get(0).share()),
        rounded(shares.get(0).low()),
        rounded(shares.get(0).high()),
        rounded(shares.get(1).share()),
        rounded(shares.get(1).low()),
        rounded(shares.get(1).high()),
        rounded(shares.get(2).share()),
        rounded(shares.get(2).low()),
        rounded(shares.get(2).high()));
  }

  /// To what people read, and far finer than the interval is wide.
  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }

  private static final class Cell {

    private final long[] labels = new long[3];
    private long posts;
  }
}
