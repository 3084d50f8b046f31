package dev.fedbytweets.models;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model as it is stored: what it says of texts, and how well.
///
/// @param name what it tells of a text, such as `sentiment`
/// @param classes what it was trained to tell apart, in the order of its tables
/// @param threshold how likely the most likely class must be for its label; below it the label is
///     [TextClassifier#OTHER]. 0 if there is no such label
/// @param tables the weights
/// @param embedded the weights of sentence embeddings, which count for each of the languages; null
///     if the model reads none
/// @param languages the languages that it was trained on
/// @param trainedOn the SHA-256 of each file that it was trained on, in hexadecimal digits
public record ModelFile(
    String name,
    List<String> classes,
    double threshold,
    List<WeightTable> tables,
    @Nullable EmbeddingWeights embedded,
    List<ModelLanguage> languages,
    List<String> trainedOn) {

  private static final int MAGIC = 0x46425431;
  private static final int MAGIC_WITH_EMBEDDING = 0x46425432;
  private static final int MOST = 1000;

  /// Keeps copies of the lists.
  public ModelFile {
    classes = List.copyOf(classes);
    tables = List.copyOf(tables);
    languages = List.copyOf(languages);
    trainedOn = List.copyOf(trainedOn);
  }

  /// This model with what was measured since, and with the files that it was trained on.
  public ModelFile measured(
      double newThreshold, List<ModelLanguage> newLanguages, List<String> files) {
    return new ModelFile(name, classes, newThreshold, tables, embedded, newLanguages, files);
  }

  /// The sums of a text, one for each class, with its language's bias.
  ///
  /// @param language one of [#languages()]
  /// @param vector the text's embedding; null if the model reads none
  public double[] sums(ModelLanguage language, FeatureHashes features, float @Nullable [] vector) {
    double[] sums =
        tables.get(language.table()).sums(features, FeatureHashes.salt(language.language()));
    if (embedded != null && vector != null) {
      embedded.addTo(sums, vector);
    }
    for (int label = 0; label < sums.length; label++) {
      sums[label] += language.bias().get(label);
    }
    return sums;
  }

  /// The bytes of the file; the same model has the same.
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(embedded == null ? MAGIC : MAGIC_WITH_EMBEDDING);
      out.writeUTF(name);
      out.writeInt(classes.size());
      for (String label : classes) {
        out.writeUTF(label);
      }
      out.writeDouble(threshold);
      out.writeInt(languages.size());
      for (ModelLanguage language : languages) {
        write(language, out);
      }
      out.writeInt(trainedOn.size());
      for (String file : trainedOn) {
        out.writeUTF(file);
      }
      if (embedded != null) {
        embedded.writeTo(out);
      }
      out.writeInt(tables.size());
      for (WeightTable table : tables) {
        table.writeTo(out);
      }
    } catch (IOException e) {
      throw new IllegalStateException("Memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /// Reads a file's bytes, which are kept and must not be changed.
  ///
  /// @throws IOException if they are no model; its message says why
  public static ModelFile of(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int magic = in.readInt();
      if (magic != MAGIC && magic != MAGIC_WITH_EMBEDDING) {
        throw new IOException("it does not begin as one");
      }
      ModelFile model = read(in, bytes, magic == MAGIC_WITH_EMBEDDING);
      if (in.read() >= 0) {
        throw new IOException("something follows its end");
      }
      return model;
    } catch (EOFException e) {
      throw new IOException("it ends too early", e);
    }
  }

  private static ModelFile read(DataInputStream in, byte[] bytes, boolean hasEmbedding)
      throws IOException {
    String name = in.readUTF();
    List<String> classes = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      classes.add(in.readUTF());
    }
    double threshold = in.readDouble();
    List<ModelLanguage> languages = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      languages.add(readLanguage(in, classes));
    }
    List<String> trainedOn = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      trainedOn.add(in.readUTF());
    }
    EmbeddingWeights embedded = hasEmbedding ? EmbeddingWeights.readFrom(in, classes.size()) : null;
    List<WeightTable> tables = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      tables.add(WeightTable.readFrom(in, bytes, classes.size()));
    }
    for (ModelLanguage language : languages) {
      if (language.table() < 0 || language.table() >= tables.size()) {
        throw new IOException("it has no table for the language " + language.language());
      }
    }
    return new ModelFile(name, classes, threshold, tables, embedded, languages, trainedOn);
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("it counts " + count + " of something");
    }
    return count;
  }

  private static void write(ModelLanguage language, DataOutputStream out) throws IOException {
    out.writeUTF(language.language());
    out.writeInt(language.table());
    for (double bias : language.bias()) {
      out.writeDouble(bias);
    }
    out.writeDouble(language.steepness());
    int classes = language.bias().size();
    for (int actual = 0; actual < classes; actual++) {
      for (int labelled = 0; labelled < classes; labelled++) {
        out.writeLong(language.confusion().count(actual, labelled));
      }
    }
  }

  private static ModelLanguage readLanguage(DataInputStream in, List<String> classes)
      throws IOException {
    String language = in.readUTF();
    int table = in.readInt();
    List<Double> bias = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      bias.add(in.readDouble());
    }
    double steepness = in.readDouble();
    ConfusionMatrix confusion = new ConfusionMatrix(classes);
    for (int actual = 0; actual < classes.size(); actual++) {
      for (int labelled = 0; labelled < classes.size(); labelled++) {
        confusion.add(actual, labelled, in.readLong());
      }
    }
    return new ModelLanguage(language, table, bias, steepness, confusion);
  }
}
