package dev.fedbytweets.models.training;

import dev.fedbytweets.models.ConfusionMatrix;
import dev.fedbytweets.models.ModelFile;
import dev.fedbytweets.models.SentenceEmbedding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A model that was trained on all examples of a folder, and measured on each of them by models
/// that were trained without it.
///
/// @param data the examples
/// @param settings what it was trained with
/// @param model the model
/// @param confusions how the examples of each language were labelled
/// @param keptApart how the examples of files with `.val.` in their names were labelled by a model
///     that was trained on the other files; empty if there is no such file
public record TrainedModel(
    LabelledTexts data,
    TrainingSettings settings,
    ModelFile model,
    Map<String, ConfusionMatrix> confusions,
    Map<String, ConfusionMatrix> keptApart) {

  /// Into how many parts the examples are dealt to measure.
  public static final int PARTS = 5;

  private static final String VALIDATION = ".val.";

  /// Keeps copies of the maps.
  public TrainedModel {
    confusions = Map.copyOf(confusions);
    keptApart = Map.copyOf(keptApart);
  }

  /// Trains and measures, which takes minutes for tens of thousands of examples.
  ///
  /// @param name what the model tells of a text; it is the model's name
  /// @param progress is told what begins
  /// @throws IllegalStateException if the model is to read sentence embeddings, and these do not
  ///     lie beside the program or do not work
  /// @throws LabelledTextException if the folder holds something else than examples, or too few
  public static TrainedModel of(
      String name, Path folder, TrainingSettings settings, Consumer<String> progress)
      throws IOException, LabelledTextException {
    LabelledTexts read = LabelledTexts.ofFolder(folder, settings.classes());
    TrainingSettings.Embedding embedding = settings.embedding();
    LabelledTexts data = embedding == null ? read : read.ofLanguage(embedding.language());
    data.requireOfEachClass(PARTS);
    TextVectors vectors =
        embedding == null ? TextVectors.NONE : vectors(data, embedding.name(), progress);
    Trainer trainer = new Trainer(name, data.classes(), settings, vectors);
    CrossValidation validation = new CrossValidation(trainer, vectors, PARTS, settings.seed());
    Calibration calibration =
        new Calibration(data.classes(), validation.judge(data.examples(), progress));
    progress.accept("training on all texts");
    ModelFile model = calibration.of(trainer.train(data.examples()), settings.lost(), data.files());
    return new TrainedModel(
        data,
        settings,
        model,
        calibration.labelled(model),
        keptApart(data, trainer, validation, progress));
  }

  private static TextVectors vectors(
      LabelledTexts data, String embedding, Consumer<String> progress) {
    SentenceEmbedding found =
        SentenceEmbedding.named(embedding)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the sentence embeddings %s are not beside the program"
                            .formatted(embedding)));
    return TextVectors.of(data.examples(), found, progress);
  }

  private static Map<String, ConfusionMatrix> keptApart(
      LabelledTexts data, Trainer trainer, CrossValidation validation, Consumer<String> progress) {
    List<LabelledText> others = data.examplesOf(file -> !file.name().contains(VALIDATION));
    List<LabelledText> kept = data.examplesOf(file -> file.name().contains(VALIDATION));
    if (kept.isEmpty() || others.isEmpty()) {
      return Map.of();
    }
    progress.accept("training without the files named %s, and judging them".formatted(VALIDATION));
    List<Judgement> judgements = validation.judge(kept, trainer.train(others));
    return new Calibration(data.classes(), judgements).confusions();
  }
}
