package dev.fedbytweets.tables.silver;

import java.util.Arrays;

/// The newest version that the lake holds of each edited post.
public final class EditChains {

  private final KeyIndex originals = new KeyIndex();
  private long[] newest = new long[16];

  /// Notes a version.
  void add(long original, long version) {
    if (version == original) {
      return;
    }
    int known = originals.size();
    int chain = originals.add(original, 0);
    if (chain == newest.length) {
      newest = Arrays.copyOf(newest, KeyIndex.grown(chain));
    }
    newest[chain] = chain == known ? version : Math.max(newest[chain], version);
  }

  /// Whether the lake holds a later version.
  public boolean isSuperseded(long original, long version) {
    int chain = originals.find(original, 0);
    return chain >= 0 && newest[chain] > version;
  }
}
