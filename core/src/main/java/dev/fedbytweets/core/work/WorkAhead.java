package dev.fedbytweets.core.work;

import dev.fedbytweets.core.failure.RetryableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that other threads do ahead, of which the results are taken in the order in which it was
/// given, by the thread that gives it. How much is ahead is bounded, in pieces and in what they
/// hold.
///
/// The first failure, of a piece of work or of what takes the results, comes out of [#add] or
/// [#finish] as it was thrown, and nothing that was given after it is taken. Not safe for use by
/// several threads.
///
/// @param <T> what a piece of work results in
public final class WorkAhead<T> implements AutoCloseable {

  private final @Nullable ExecutorService workers;
  private final int mostPieces;
  private final long mostBytes;
  private final Consumer<? super T> results;
  private final Deque<Piece<T>> ahead = new ArrayDeque<>();
  private long bytesAhead;

  private record Piece<T>(long bytes, Future<T> result) {}

  /// @param threads how many work at the same time, each two pieces ahead at most; 0 if the caller
  ///     does all work itself, so that everything happens in one order
  /// @param mostBytes how much the pieces ahead may hold together; a single one may hold more
  /// @param results takes each result
  public WorkAhead(int threads, long mostBytes, Consumer<? super T> results) {
    this.workers = threads == 0 ? null : Executors.newFixedThreadPool(threads, WorkAhead::thread);
    this.mostPieces = 2 * threads;
    this.mostBytes = mostBytes;
    this.results = Objects.requireNonNull(results, "results");
  }

  /// One for each processor.
  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /// Gives a piece of work. Earlier results may be taken first.
  ///
  /// @param bytes about how much it holds
  /// @param work not null; neither is its result
  public void add(long bytes, Supplier<T> work) {
    if (workers == null) {
      results.accept(work.get());
      return;
    }
    while (!ahead.isEmpty()
        && (ahead.size() >= mostPieces
            || bytesAhead + bytes > mostBytes
            || ahead.element().result().isDone())) {
      takeFirst();
    }
    ahead.add(new Piece<>(bytes, workers.submit(work::get)));
    bytesAhead += bytes;
  }

  /// Takes the results of all work that was given.
  public void finish() {
    while (!ahead.isEmpty()) {
      takeFirst();
    }
  }

  /// Gives up what is not taken yet.
  @Override
  public void close() {
    ahead.clear();
    if (workers != null) {
      workers.shutdownNow();
    }
  }

  private void takeFirst() {
    Piece<T> first = ahead.remove();
    bytesAhead -= first.bytes();
    results.accept(result(first.result()));
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableException("interrupted while waiting for work of another thread", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("work throws no checked exceptions", e);
    }
  }

  /// The JVM does not wait for it.
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "ahead");
    thread.setDaemon(true);
    return thread;
  }
}
