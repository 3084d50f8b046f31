package dev.fedbytweets.models;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Labels texts by a trained model. It is not changed by use, and any number of threads may use
/// one.
public final class TextClassifier {

  /// The label of texts of which no class is likely enough, if the model knows it.
  public static final String OTHER = "other";

  private final ModelFile model;
  private final byte[] file;
  private final Map<String, ModelLanguage> languages = new LinkedHashMap<>();

  private volatile @Nullable String hash;

  private TextClassifier(ModelFile model, byte[] file) {
    this.model = model;
    this.file = file;
    for (ModelLanguage language : model.languages()) {
      languages.put(language.language(), language);
    }
  }

  /// The model of sentiment that comes with the program: `negative`, `neutral`, `positive`. Each
  /// call reads it anew.
  public static TextClassifier sentiment() {
    return shipped("sentiment.model");
  }

  /// The model of the topics of questions in English that comes with the program. Each call reads
  /// it anew.
  public static TextClassifier topics() {
    return shipped("topics.model");
  }

  /// Reads a model's file to its end; the caller closes it.
  ///
  /// @throws IOException if it cannot be read or is no model; the message says which
  public static TextClassifier read(InputStream file) throws IOException {
    byte[] bytes = file.readAllBytes();
    try {
      return new TextClassifier(ModelFile.of(bytes), bytes);
    } catch (IOException e) {
      throw new IOException("This is no model: " + e.getMessage(), e);
    }
  }

  private static TextClassifier shipped(String file) {
    try (InputStream in = TextClassifier.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new FileNotFoundException(file + " does not lie beside the program");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The program is not whole", e);
    }
  }

  /// What the model tells of a text: `sentiment` or `topics` for those that come with the program.
  public String name() {
    return model.name();
  }

  /// The SHA-256 of the model's file in hexadecimal digits: labels of equal hashes are equal.
  /// It is made when it is first asked for.
  public String hash() {
    String known = hash;
    if (known == null) {
      known = sha256(file);
      hash = known;
    }
    return known;
  }

  /// What the model tells apart, in the order of [Classification#probabilities()].
  public List<String> classes() {
    return model.classes();
  }

  /// The labels that it gives: the classes and, if it knows it, [#OTHER].
  public List<String> labels() {
    if (model.threshold() <= 0) {
      return classes();
    }
    List<String> labels = new ArrayList<>(classes());
    labels.add(OTHER);
    return List.copyOf(labels);
  }

  /// The codes of the languages that it was trained on, such as `en`.
  public List<String> languages() {
    return List.copyOf(languages.keySet());
  }

  /// Whether it was trained on a file, so that its scores on that file say nothing.
  ///
  /// @param sha256 the hash of the file's bytes in hexadecimal digits
  public boolean wasTrainedOn(String sha256) {
    return model.trainedOn().contains(sha256);
  }

  /// Labels a text.
  ///
  /// @param lang the text's language as X names it, such as `en` or `pt-BR`
  /// @return nothing if the model was not trained on that language, if it is not known, or if
  ///     the text is blank
  public Optional<Classification> classify(String text, @Nullable String lang) {
    ModelLanguage language = language(lang);
    if (language == null) {
      return Optional.empty();
    }
    FeatureHashes features = FeatureHashes.of(text);
    if (features.size() == 0) {
      return Optional.empty();
    }
    double[] sums =
        model
            .tables()
            .get(language.table())
            .sums(features, FeatureHashes.salt(language.language()));
    return Optional.of(classification(language, sums));
  }

  /// How examples of a language were labelled by models that were trained without them.
  ///
  /// @return nothing if the model was not trained on that language
  public Optional<ConfusionMatrix> confusion(String lang) {
    return Optional.ofNullable(language(lang)).map(ModelLanguage::confusion);
  }

  /// What corrects the shares of labels among many texts.
  ///
  /// @return nothing if the model has [#OTHER]: no example is of it, so nobody knows how often that
  ///     is wrong
  public Optional<ShareEstimator> shareEstimator() {
    if (model.threshold() > 0) {
      return Optional.empty();
    }
    Map<String, ConfusionMatrix> confusions = new HashMap<>();
    languages.forEach((code, language) -> confusions.put(code, language.confusion()));
    return Optional.of(new ShareEstimator(classes(), confusions));
  }

  private @Nullable ModelLanguage language(@Nullable String lang) {
    if (lang == null) {
      return null;
    }
    ModelLanguage exact = languages.get(lang);
    if (exact != null || lang.length() < 2) {
      return exact;
    }
    int region = lang.indexOf('-');
    return languages.get((region < 0 ? lang : lang.substring(0, region)).toLowerCase(Locale.ROOT));
  }

  private Classification classification(ModelLanguage language, double[] sums) {
    int best = 0;
    for (int label = 0; label < sums.length; label++) {
      sums[label] = language.steepness() * (sums[label] + language.bias().get(label));
      best = sums[label] > sums[best] ? label : best;
    }
    double highest = sums[best];
    double total = 0;
    for (int label = 0; label < sums.length; label++) {
      sums[label] = Math.exp(sums[label] - highest);
      total += sums[label];
    }
    List<Double> probabilities = new ArrayList<>(sums.length);
    for (double sum : sums) {
      probabilities.add(sum / total);
    }
    double probability = probabilities.get(best);
    String label = probability < model.threshold() ? OTHER : model.classes().get(best);
    return new Classification(label, probability, probabilities);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
