package dev.fedbytweets.docker;

/// An image is not as it must be, or the engine refuses to do something. The message is for
/// people.
final class ImageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ImageException(String message) {
    super(message);
  }

  ImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
