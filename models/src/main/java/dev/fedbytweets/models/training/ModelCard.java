package dev.fedbytweets.models.training;

import dev.fedbytweets.models.ConfusionMatrix;
import dev.fedbytweets.models.ModelLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// What is worth knowing of a trained model, in Markdown: data, scores, mistakes, and what it is
/// not for. All but the last is measured; the last is a text of this package, if there is one
/// for the model's name.
public final class ModelCard {

  private final TrainedModel trained;
  private final StringBuilder text = new StringBuilder();

  private ModelCard(TrainedModel trained) {
    this.trained = trained;
  }

  /// The card of a model; the same model has the same.
  public static String of(TrainedModel trained) {
    return new ModelCard(trained).write();
  }

  private String write() {
    byte[] file = trained.model().toBytes();
    TrainingSettings.Embedding embedding = trained.settings().embedding();
    String kind = trained.model().name();
    String name = embedding == null ? kind : kind + "-embeddings";
    line("# Model card: %s", name);
    line("");
    line(
        "Written by `./lake train %s%s`; do not change it by hand.",
        embedding == null ? "" : "--embeddings ", kind);
    line("");
    text.append(fixed(name + ".before.md"));
    line("");
    line("| | |");
    line("|---|---|");
    line("| file | `%s.model`, %,d bytes |", name, file.length);
    line("| SHA-256 | `%s` |", LabelledTexts.sha256(file));
    line("| classes | %s |", String.join(", ", trained.model().classes()));
    line("| languages | %s |", String.join(", ", languages()));
    if (embedding != null) {
      line("| sentence embeddings | `%s`, times %.1f |", embedding.name(), embedding.scale());
    }
    line("| seed | %d |", trained.settings().seed());
    if (trained.model().threshold() > 0) {
      line("| `other` below | %.3f |", trained.model().threshold());
    }
    line("");
    data();
    scores();
    mistakes();
    if (trained.model().threshold() == 0) {
      shares();
    }
    text.append(fixed(name + ".after.md"));
    return text.toString();
  }

  private List<String> languages() {
    return trained.model().languages().stream().map(ModelLanguage::language).toList();
  }

  private void data() {
    line("## Data");
    line("");
    line("| file | language | examples | SHA-256 |");
    line("|---|---|--:|---|");
    for (LabelledFile file : trained.data().files()) {
      line(
          "| %s | %s | %,d | `%s` |", file.name(), file.language(), file.examples(), file.sha256());
    }
    line("");
  }

  private void scores() {
    line("## Scores");
    line("");
    line(
        "Of all examples, in %d parts: each is judged by a model that was trained on the others. In"
            + " brackets the interval",
        TrainedModel.PARTS);
    line("that holds the score of 95 in 100 sets of as many examples. All in percent.");
    line("");
    scoreTable(trained.confusions());
    if (!trained.keptApart().isEmpty()) {
      line(
          "The files named `.val.` alone, by a model that was trained on the other files. The one");
      line("that is described here was trained on all of them in the end.");
      line("");
      scoreTable(trained.keptApart());
    }
  }

  private void scoreTable(Map<String, ConfusionMatrix> confusions) {
    line("| language | examples | macro-F1 | macro-recall | accuracy |");
    line("|---|--:|--:|--:|--:|");
    double f1 = 0;
    for (Map.Entry<String, ConfusionMatrix> entry : new TreeMap<>(confusions).entrySet()) {
      ConfusionMatrix confusion = entry.getValue();
      f1 += confusion.macroF1();
      line(
          "| %s | %,d | %s | %s | %s |",
          entry.getKey(),
          confusion.total(),
          score(confusion, ConfusionMatrix::macroF1),
          score(confusion, ConfusionMatrix::macroRecall),
          score(confusion, ConfusionMatrix::accuracy));
    }
    if (confusions.size() > 1) {
      line("| mean | | %.1f | | |", 100 * f1 / (double) confusions.size());
    }
    line("");
  }

  private String score(ConfusionMatrix confusion, ToDoubleFunction<ConfusionMatrix> score) {
    ScoreInterval found = ScoreInterval.of(confusion, score, trained.settings().seed());
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f to %.1f)",
        100 * found.score(),
        100 * found.low(),
        100 * found.high());
  }

  private void mistakes() {
    line("## Mistakes");
    line("");
    line("A row for each class: its examples, the scores of its label in percent, and how many of");
    line("its examples were given each label.");
    for (Map.Entry<String, ConfusionMatrix> entry : byLanguage().entrySet()) {
      ConfusionMatrix confusion = entry.getValue();
      line("");
      line(
          "| %s | examples | precision | recall | F1 | %s |",
          entry.getKey(), String.join(" | ", confusion.labels()));
      line("|---|--:|--:|--:|--:|%s", "--:|".repeat(confusion.labels().size()));
      for (int actual = 0; actual < confusion.classes().size(); actual++) {
        StringBuilder counts = new StringBuilder();
        for (int label = 0; label < confusion.labels().size(); label++) {
          counts.append(String.format(Locale.ROOT, " %,d |", confusion.count(actual, label)));
        }
        line(
            "| %s | %,d | %.1f | %.1f | %.1f |%s",
            confusion.classes().get(actual),
            confusion.support(actual),
            100 * confusion.precision(actual),
            100 * confusion.recall(actual),
            100 * confusion.f1(actual),
            counts);
      }
    }
    line("");
  }

  private void shares() {
    line("## Shares of a day");
    line("");
    line(
        "How far shares are from the truth, in points, on average over the classes and 100"
            + " made-up");
    line("days of 1,000 texts, each with a mix of classes of its own: as they are counted, and");
    line("corrected by the mistakes above (of one half of the examples, for days of the other).");
    line("");
    line("| language | counted | corrected | truth within the interval of 90 %% |");
    line("|---|--:|--:|--:|");
    for (Map.Entry<String, ConfusionMatrix> entry : byLanguage().entrySet()) {
      ShareTrial trial = ShareTrial.of(entry.getValue(), trained.settings().seed());
      line(
          "| %s | %.1f | %.1f | %.0f %% |",
          entry.getKey(), 100 * trial.counted(), 100 * trial.corrected(), 100 * trial.inside());
    }
    line("");
  }

  private Map<String, ConfusionMatrix> byLanguage() {
    return new TreeMap<>(trained.confusions());
  }

  // The formats are constants of this class.
  @SuppressWarnings("AnnotateFormatMethod")
  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String fixed(String resource) {
    try (InputStream in = ModelCard.class.getResourceAsStream(resource)) {
      return in == null ? "" : LabelledTexts.utf8(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
