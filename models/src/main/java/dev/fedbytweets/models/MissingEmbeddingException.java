package dev.fedbytweets.models;

/// A model reads sentence embeddings that do not lie beside the program, or cannot be loaded.
public final class MissingEmbeddingException extends RuntimeException {

  /// @param message which, and why
  /// @param cause why it cannot be loaded
  MissingEmbeddingException(String message, Throwable cause) {
    super(message, cause);
  }

  /// @param message which
  MissingEmbeddingException(String message) {
    super(message);
  }
}
