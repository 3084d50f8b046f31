package dev.fedbytweets.docker;

/// An image is not as it should be, or the engine refused a command. The message is for people.
final class ImageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ImageException(String message) {
    super(message);
  }

  ImageException(String message, Throwable cause) {
    super(message, cause);
  }
}
