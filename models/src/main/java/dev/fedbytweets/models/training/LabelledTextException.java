package dev.fedbytweets.models.training;

/// Says that files hold no examples to learn from, with the file and line where that shows. The
/// message is for whoever wrote the file, and holds no text of it.
public final class LabelledTextException extends Exception {

  private static final long serialVersionUID = 1L;

  /// With its message.
  public LabelledTextException(String message) {
    super(message);
  }
}
