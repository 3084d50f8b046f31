package dev.fedbytweets.bench.rounds;

/// A benchmark cannot go on, or its competitors did not do the same work. The message is for
/// people, in one line.
public final class BenchException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BenchException(String message) {
    super(message);
  }

  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
