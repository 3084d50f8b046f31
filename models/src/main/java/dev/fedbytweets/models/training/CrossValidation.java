package dev.fedbytweets.models.training;

import dev.fedbytweets.models.FeatureHashes;
import dev.fedbytweets.models.ModelFile;
import dev.fedbytweets.models.ModelLanguage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Judges examples by models that were trained without them. The examples of each language and
/// class are dealt out to parts; for each part a model is trained on all others.
final class CrossValidation {

  private final Trainer trainer;
  private final TextVectors vectors;
  private final int parts;
  private final long seed;

  /// @param vectors of all texts that will be judged
  CrossValidation(Trainer trainer, TextVectors vectors, int parts, long seed) {
    this.trainer = trainer;
    this.vectors = vectors;
    this.parts = parts;
    this.seed = seed;
  }

  /// A judgement of each example that has features, in no special order.
  ///
  /// @param progress is told which part begins
  List<Judgement> judge(List<LabelledText> examples, Consumer<String> progress) {
    List<List<LabelledText>> dealt = deal(examples);
    List<Judgement> judgements = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      progress.accept("training without part %d of %d, and judging it".formatted(part + 1, parts));
      List<LabelledText> others = new ArrayList<>();
      for (int other = 0; other < parts; other++) {
        if (other != part) {
          others.addAll(dealt.get(other));
        }
      }
      judgements.addAll(judge(dealt.get(part), trainer.train(others)));
    }
    return judgements;
  }

  /// What a model says of each example that has features, and whose language it knows.
  List<Judgement> judge(List<LabelledText> examples, ModelFile model) {
    List<Judgement> judgements = new ArrayList<>();
    for (LabelledText example : examples) {
      judge(example, model, judgements);
    }
    return judgements;
  }

  private List<List<LabelledText>> deal(List<LabelledText> examples) {
    Map<String, List<LabelledText>> alike = new TreeMap<>();
    for (LabelledText example : examples) {
      String kind = example.language() + " " + example.label();
      alike.computeIfAbsent(kind, key -> new ArrayList<>()).add(example);
    }
    List<List<LabelledText>> dealt = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      dealt.add(new ArrayList<>());
    }
    Random random = new Random(seed);
    int next = 0;
    for (List<LabelledText> ofKind : alike.values()) {
      Collections.shuffle(ofKind, random);
      for (LabelledText example : ofKind) {
        dealt.get(next++ % parts).add(example);
      }
    }
    return dealt;
  }

  private void judge(LabelledText example, ModelFile model, List<Judgement> judgements) {
    FeatureHashes features = FeatureHashes.of(example.text());
    for (ModelLanguage language : model.languages()) {
      if (language.language().equals(example.language()) && features.size() > 0) {
        double[] sums = model.sums(language, features, vectors.of(example.text()));
        List<Double> boxed = Arrays.stream(sums).boxed().toList();
        judgements.add(new Judgement(example.language(), example.label(), boxed));
      }
    }
  }
}
