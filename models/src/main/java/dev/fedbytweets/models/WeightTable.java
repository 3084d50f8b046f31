package dev.fedbytweets.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// A weight in eight bits for each class but the last in each of many places. A feature's hash says
/// its place; features may share one. Weights count from those of the last class, which are 0.
/// Small weights are kept more finely than large ones: a byte `b` stands for `(b / 127)²` of the
/// largest weight, with the sign of `b`. Not changed once made.
public final class WeightTable {

  private static final int STEPS = 127;
  private static final int MOST_PLACES = 1 << 24;

  /// What a byte stands for, by the byte without sign.
  private static final float[] MEANINGS = meanings();

  private final int places;
  private final int classes;
  private final boolean byLanguage;
  private final float largest;
  private final byte[] weights;
  private final int start;

  private WeightTable(
      int places, int classes, boolean byLanguage, float largest, byte[] weights, int start) {
    this.places = places;
    this.classes = classes;
    this.byLanguage = byLanguage;
    this.largest = largest;
    this.weights = weights;
    this.start = start;
  }

  /// A table of the eight-bit weights that are nearest to the given ones.
  ///
  /// @param weights for each class one for each place; only their differences count
  /// @param byLanguage whether each feature counts twice: as one of all languages, and as one of
  ///     the text's language
  public static WeightTable of(float[][] weights, boolean byLanguage) {
    int classes = weights.length;
    int places = weights[0].length;
    float[] last = weights[classes - 1];
    float largest = Float.MIN_NORMAL;
    for (float[] ofClass : weights) {
      for (int place = 0; place < places; place++) {
        largest = Math.max(largest, Math.abs(ofClass[place] - last[place]));
      }
    }
    byte[] bytes = new byte[(classes - 1) * places];
    for (int label = 0; label < classes - 1; label++) {
      for (int place = 0; place < places; place++) {
        float weight = weights[label][place] - last[place];
        long step = Math.round(STEPS * Math.sqrt((double) (Math.abs(weight) / largest)));
        bytes[place * (classes - 1) + label] = (byte) (weight < 0 ? -step : step);
      }
    }
    return new WeightTable(places, classes, byLanguage, largest, bytes, 0);
  }

  /// The sums of the weights of a text's features, one for each class. Only their differences
  /// count.
  ///
  /// @param salt the language's, from [FeatureHashes#salt(String)]
  public double[] sums(FeatureHashes features, int salt) {
    double[] sums = new double[classes];
    add(features, 0, features.words(), salt, sums);
    add(features, features.words(), features.size(), salt, sums);
    return sums;
  }

  private void add(FeatureHashes features, int from, int to, int salt, double[] sums) {
    float[] part = new float[classes - 1];
    for (int i = from; i < to; i++) {
      int hash = features.hash(i);
      add(hash, part);
      if (byLanguage) {
        add(FeatureHashes.salted(hash, salt), part);
      }
    }
    double factor = (double) largest * FeatureHashes.value(to - from);
    for (int label = 0; label < part.length; label++) {
      sums[label] += factor * (double) part[label];
    }
  }

  private void add(int hash, float[] part) {
    int at = start + FeatureHashes.place(hash, places) * part.length;
    for (int label = 0; label < part.length; label++) {
      part[label] += MEANINGS[weights[at + label] & 0xFF];
    }
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(places);
    out.writeBoolean(byLanguage);
    out.writeFloat(largest);
    out.write(weights, start, places * (classes - 1));
  }

  /// Reads a table, which stays where it is.
  ///
  /// @param in reads the file to its end
  /// @param file the whole file, which is kept and must not be changed
  static WeightTable readFrom(DataInputStream in, byte[] file, int classes) throws IOException {
    int places = in.readInt();
    if (places < 1 || places > MOST_PLACES) {
      throw new IOException("it has a table of " + places + " places");
    }
    boolean byLanguage = in.readBoolean();
    float largest = in.readFloat();
    int start = file.length - in.available();
    int size = Math.multiplyExact(places, classes - 1);
    if (in.skipBytes(size) < size) {
      throw new EOFException();
    }
    return new WeightTable(places, classes, byLanguage, largest, file, start);
  }

  private static float[] meanings() {
    float[] meanings = new float[256];
    for (int i = 0; i < meanings.length; i++) {
      float share = (float) (byte) i / STEPS;
      meanings[i] = share * Math.abs(share);
    }
    return meanings;
  }
}
