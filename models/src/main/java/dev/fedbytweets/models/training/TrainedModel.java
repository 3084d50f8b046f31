package dev.fedbytweets.models.training;

import dev.fedbytweets.models.ConfusionMatrix;
import dev.fedbytweets.models.ModelFile;
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
  /// @throws LabelledTextException if the folder holds something else than examples, or too few
  public static TrainedModel of(
      String name, Path folder, TrainingSettings settings, Consumer<String> progress)
      throws IOException, LabelledTextException {
    LabelledTexts data = LabelledTexts.ofFolder(folder, settings.classes());
    data.requireOfEachClass(PARTS);
    Trainer trainer = new Trainer(name, data.classes(), settings);
    CrossValidation validation = new CrossValidation(trainer, PARTS, settings.seed());
    Calibration calibration =
        new Calibration(data.classes(), validation.judge(data.examples(), progress));
    progress.accept("training on all texts");
    ModelFile model = calibration.of(trainer.train(data.examples()), settings.lost(), data.files());
    return new TrainedModel(
        data, settings, model, calibration.labelled(model), keptApart(data, trainer, progress));
  }

  private static Map<String, ConfusionMatrix> keptApart(
      LabelledTexts data, Trainer trainer, Consumer<String> progress) {
    List<LabelledText> others = data.examplesOf(file -> !file.name().contains(VALIDATION));
    List<LabelledText> kept = data.examplesOf(file -> file.name().contains(VALIDATION));
    if (kept.isEmpty() || others.isEmpty()) {
      return Map.of();
    }
    progress.accept("training without the files named %s, and judging them".formatted(VALIDATION));
    List<Judgement> judgements = CrossValidation.judge(kept, trainer.train(others));
    return new Calibration(data.classes(), judgements).confusions();
  }
}
