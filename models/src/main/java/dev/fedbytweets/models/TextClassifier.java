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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Labels texts by a trained model. It is not changed by use, and any number of threads may use
/// one.
public final class TextClassifier {

  /// The label of texts of which no class is likely enough, if the model knows it.
  public static final String OTHER = "other";

  private final List<ModelFile> models;
  private final List<byte[]> files;
  private final Map<String, Known> languages = new LinkedHashMap<>();
  private final Map<String, SentenceEmbedding> embeddings = new ConcurrentHashMap<>();

  private volatile @Nullable String hash;

  private TextClassifier(List<ModelFile> models, List<byte[]> files) {
    this.models = models;
    this.files = files;
    for (ModelFile model : models) {
      for (ModelLanguage language : model.languages()) {
        languages.put(language.language(), new Known(model, language));
      }
    }
  }

  /// A language, and the model that knows it.
  private record Known(ModelFile model, ModelLanguage language) {}

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

  /// The model of sentiment that reads sentence embeddings of English texts, and judges those of
  /// other languages as [#sentiment()] does. It is read without what makes embeddings: see [#load].
  public static TextClassifier sentimentWithEmbeddings() {
    TextClassifier all = sentiment();
    TextClassifier english = shipped("sentiment-embeddings.model");
    return new TextClassifier(
        List.of(all.models.getFirst(), english.models.getFirst()),
        List.of(all.files.getFirst(), english.files.getFirst()));
  }

  /// The model of the topics of questions in English that reads sentence embeddings. It is read
  /// without what makes them: see [#load].
  public static TextClassifier topicsWithEmbeddings() {
    return shipped("topics-embeddings.model");
  }

  /// Reads a model's file to its end; the caller closes it.
  ///
  /// @throws IOException if it cannot be read or is no model; the message says which
  public static TextClassifier read(InputStream file) throws IOException {
    byte[] bytes = file.readAllBytes();
    try {
      return new TextClassifier(List.of(ModelFile.of(bytes)), List.of(bytes));
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
    return first().name();
  }

  /// The SHA-256 of the model's file in hexadecimal digits, or of its two files: labels of equal
  /// hashes are equal (with embeddings on the same kind of processor).
  /// It is made when it is first asked for.
  public String hash() {
    String known = hash;
    if (known == null) {
      known = sha256(files);
      hash = known;
    }
    return known;
  }

  /// What the model tells apart, in the order of [Classification#probabilities()].
  public List<String> classes() {
    return first().classes();
  }

  /// The labels that it gives: the classes and, if it knows it, [#OTHER].
  public List<String> labels() {
    if (first().threshold() <= 0) {
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
    return models.stream().anyMatch(model -> model.trainedOn().contains(sha256));
  }

  /// Whether texts of a language are judged by their sentence embeddings, too.
  public boolean readsEmbeddings(String lang) {
    Known known = language(lang);
    return known != null && known.model.embedded() != null;
  }

  /// Loads what makes the sentence embeddings that the model reads, if it reads any, which else
  /// happens with the first text.
  ///
  /// @throws MissingEmbeddingException if that does not lie beside the program, or does not work
  public void load() {
    for (ModelFile model : models) {
      if (model.embedded() != null) {
        vector(model.embedded(), "");
      }
    }
  }

  /// Labels a text.
  ///
  /// @param lang the text's language as X names it, such as `en` or `pt-BR`
  /// @return nothing if the model was not trained on that language, if it is not known, or if
  ///     the text is blank
  /// @throws MissingEmbeddingException as [#load] does
  public Optional<Classification> classify(String text, @Nullable String lang) {
    Known known = language(lang);
    if (known == null) {
      return Optional.empty();
    }
    FeatureHashes features = FeatureHashes.of(text);
    if (features.size() == 0) {
      return Optional.empty();
    }
    EmbeddingWeights embedded = known.model.embedded();
    float[] vector = embedded == null ? null : vector(embedded, text);
    return Optional.of(classification(known, known.model.sums(known.language, features, vector)));
  }

  /// The language that texts of a language are judged by.
  ///
  /// @param lang as for [#classify]
  /// @return one of [#languages]; nothing if the model was not trained on it
  public Optional<String> trainedLanguage(@Nullable String lang) {
    return Optional.ofNullable(language(lang)).map(known -> known.language.language());
  }

  /// How examples of a language were labelled by models that were trained without them.
  ///
  /// @return nothing if the model was not trained on that language
  public Optional<ConfusionMatrix> confusion(String lang) {
    return Optional.ofNullable(language(lang)).map(known -> known.language.confusion());
  }

  /// What corrects the shares of labels among many texts.
  ///
  /// @return nothing if the model has [#OTHER]: no example is of it, so nobody knows how often that
  ///     is wrong
  public Optional<ShareEstimator> shareEstimator() {
    if (first().threshold() > 0) {
      return Optional.empty();
    }
    Map<String, ConfusionMatrix> confusions = new HashMap<>();
    languages.forEach((code, known) -> confusions.put(code, known.language.confusion()));
    return Optional.of(new ShareEstimator(classes(), confusions));
  }

  private ModelFile first() {
    return models.getFirst();
  }

  private float[] vector(EmbeddingWeights embedded, String text) {
    String name = embedded.embedding();
    SentenceEmbedding embedding = embeddings.get(name);
    if (embedding == null) {
      embedding =
          SentenceEmbedding.named(name)
              .orElseThrow(
                  () ->
                      new MissingEmbeddingException(
                          "the sentence embeddings %s are not beside the program".formatted(name)));
      embeddings.put(name, embedding);
    }
    try {
      return embedding.of(text);
    } catch (IllegalStateException e) {
      throw new MissingEmbeddingException(
          "the sentence embeddings %s do not work here: %s".formatted(name, e.getMessage()), e);
    }
  }

  private @Nullable Known language(@Nullable String lang) {
    if (lang == null) {
      return null;
    }
    Known exact = languages.get(lang);
    if (exact != null || lang.length() < 2) {
      return exact;
    }
    int region = lang.indexOf('-');
    return languages.get((region < 0 ? lang : lang.substring(0, region)).toLowerCase(Locale.ROOT));
  }

  private Classification classification(Known known, double[] sums) {
    int best = 0;
    for (int label = 0; label < sums.length; label++) {
      sums[label] *= known.language.steepness();
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
    String label = probability < known.model.threshold() ? OTHER : known.model.classes().get(best);
    return new Classification(label, probability, probabilities);
  }

  private static String sha256(List<byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
