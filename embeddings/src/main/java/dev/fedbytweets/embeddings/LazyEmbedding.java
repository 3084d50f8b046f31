package dev.fedbytweets.embeddings;

import dev.fedbytweets.models.SentenceEmbedding;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The embedding of posts by a model that is loaded with the first text. Mentions are all one, and
/// so are links.
abstract class LazyEmbedding implements SentenceEmbedding {

  private static final Pattern MENTION = Pattern.compile("@\\w+");
  private static final Pattern LINK =
      Pattern.compile("\\bhttps?://\\S+|\\bwww\\.\\S+|\\bhttps?\\b", Pattern.CASE_INSENSITIVE);

  private final String name;
  private final String prefix;
  private volatile @Nullable OnnxModel model;

  /// @param name of the model, and of its file
  /// @param prefix what stands before each text
  LazyEmbedding(String name, String prefix) {
    this.name = name;
    this.prefix = prefix;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final float[] of(String text) {
    String plain = LINK.matcher(MENTION.matcher(text).replaceAll("@user")).replaceAll("http");
    return model().vector(prefix + plain);
  }

  private OnnxModel model() {
    OnnxModel loaded = model;
    if (loaded == null) {
      synchronized (this) {
        loaded = model;
        if (loaded == null) {
          loaded = load();
          model = loaded;
        }
      }
    }
    return loaded;
  }

  private OnnxModel load() {
    try {
      return OnnxModel.load("/" + name + ".onnx");
    } catch (LinkageError e) {
      throw new IllegalStateException("ONNX Runtime is missing or does not fit: " + e, e);
    }
  }
}
