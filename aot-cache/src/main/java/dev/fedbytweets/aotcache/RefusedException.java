package dev.fedbytweets.aotcache;

/// A cache does not serve its function; the message is for a person to read.
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }

  RefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
