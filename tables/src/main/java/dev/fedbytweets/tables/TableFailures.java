package dev.fedbytweets.tables;

import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RetryableException;
import java.io.UncheckedIOException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ForbiddenException;
import org.apache.iceberg.exceptions.NoSuchNamespaceException;
import org.apache.iceberg.exceptions.NotAuthorizedException;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.exceptions.ServiceFailureException;
import org.apache.iceberg.exceptions.ServiceUnavailableException;
import org.apache.iceberg.jdbc.UncheckedSQLException;

/// Classifies Iceberg's exceptions by what the caller can do about them.
public final class TableFailures {

  private TableFailures() {}

  /// @param work what was being done, for the message: `bronze.tweets`
  /// @param failure as caught
  /// @return a [LakeException] with the failure as its cause, or the failure itself where nothing
  ///     is known about it
  public static RuntimeException classified(String work, RuntimeException failure) {
    return switch (failure) {
      case LakeException known -> known;
      case CommitFailedException lostRace -> retryable(work, lostRace);
      case CommitStateUnknownException unknown -> retryable(work, unknown);
      case ServiceFailureException service -> retryable(work, service);
      case ServiceUnavailableException service -> retryable(work, service);
      case RuntimeIOException io -> retryable(work, io);
      case UncheckedIOException io -> retryable(work, io);
      case UncheckedSQLException database -> retryable(work, database);
      case ForbiddenException forbidden -> misconfigured(work, forbidden);
      case NotAuthorizedException forbidden -> misconfigured(work, forbidden);
      case NoSuchNamespaceException missing -> misconfigured(work, missing);
      default -> failure;
    };
  }

  private static RetryableException retryable(String work, RuntimeException failure) {
    return new RetryableException("%s: %s".formatted(work, failure.getMessage()), failure);
  }

  private static MisconfiguredException misconfigured(String work, RuntimeException failure) {
    return new MisconfiguredException("%s: %s".formatted(work, failure.getMessage()), failure);
  }
}
