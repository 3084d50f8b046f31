package dev.fedbytweets.models;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Weights of each class for each number of a sentence embedding. Not changed once made.
public final class EmbeddingWeights {

  private static final int MOST_DIMENSIONS = 10_000;

  private final String embedding;
  private final float[][] weights;

  /// @param embedding the name of the [SentenceEmbedding]
  /// @param weights for each class one for each number; kept, and not to be changed
  public EmbeddingWeights(String embedding, float[][] weights) {
    this.embedding = embedding;
    this.weights = weights;
  }

  /// The name of the [SentenceEmbedding].
  public String embedding() {
    return embedding;
  }

  /// Adds to the sum of each class what its weights say of a text.
  ///
  /// @param vector the text's embedding
  public void addTo(double[] sums, float[] vector) {
    for (int label = 0; label < sums.length; label++) {
      double sum = 0;
      for (int i = 0; i < vector.length; i++) {
        sum += (double) weights[label][i] * (double) vector[i];
      }
      sums[label] += sum;
    }
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeUTF(embedding);
    out.writeInt(weights[0].length);
    for (float[] ofClass : weights) {
      for (float weight : ofClass) {
        out.writeFloat(weight);
      }
    }
  }

  static EmbeddingWeights readFrom(DataInputStream in, int classes) throws IOException {
    String embedding = in.readUTF();
    int dimensions = in.readInt();
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new IOException("it has an embedding of " + dimensions + " numbers");
    }
    float[][] weights = new float[classes][dimensions];
    for (float[] ofClass : weights) {
      for (int i = 0; i < dimensions; i++) {
        ofClass[i] = in.readFloat();
      }
    }
    return new EmbeddingWeights(embedding, weights);
  }
}
