package dev.fedbytweets.models.training;

import dev.fedbytweets.models.FeatureHashes;
import java.util.Arrays;

/// A text as numbers: the places of a table that its features belong to, in order, what they
/// count there, and its sentence embedding, of length 0 if there is none.
@SuppressWarnings("ArrayRecordComponent")
record SparseRow(int[] places, float[] values, float[] vector) {

  /// @param byLanguage whether each feature counts once more, as one of the text's language
  /// @param vector the text's sentence embedding
  static SparseRow of(LabelledText example, int tablePlaces, boolean byLanguage, float[] vector) {
    FeatureHashes features = FeatureHashes.of(example.text());
    int salt = FeatureHashes.salt(example.language());
    int words = features.words();
    float word = (float) FeatureHashes.value(words);
    float part = (float) FeatureHashes.value(features.size() - words);
    // Sorting numbers of place and value together puts places in order.
    long[] found = new long[features.size() * (byLanguage ? 2 : 1)];
    int size = 0;
    for (int i = 0; i < features.size(); i++) {
      long value = Float.floatToIntBits(i < words ? word : part);
      int hash = features.hash(i);
      found[size++] = (long) FeatureHashes.place(hash, tablePlaces) << 32 | value;
      if (byLanguage) {
        int own = FeatureHashes.salted(hash, salt);
        found[size++] = (long) FeatureHashes.place(own, tablePlaces) << 32 | value;
      }
    }
    Arrays.sort(found);
    return summed(found, vector);
  }

  private static SparseRow summed(long[] found, float[] vector) {
    int[] places = new int[found.length];
    float[] values = new float[found.length];
    int size = 0;
    for (long entry : found) {
      int place = (int) (entry >>> 32);
      if (size == 0 || places[size - 1] != place) {
        places[size++] = place;
      }
      values[size - 1] += Float.intBitsToFloat((int) entry);
    }
    return new SparseRow(Arrays.copyOf(places, size), Arrays.copyOf(values, size), vector);
  }
}
