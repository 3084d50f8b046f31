package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs workflows beside each other: the branches of a Parallel state, the items of a Map state.
final class Branches {

  /// The most items of an inline Map that Step Functions runs at the same time.
  private static final int MOST = 40;

  private Branches() {}

  /// The run of one branch.
  @FunctionalInterface
  interface Branch extends Callable<JsonNode> {

    @Override
    JsonNode call() throws InterruptedException;
  }

  /// Runs all branches, started in their order. When one fails, the others that run are
  /// interrupted, and the call returns when their tasks have stopped.
  ///
  /// @param concurrency how many run at the same time; 0 for as many as possible; with 1, each
  ///     starts when the one before it is done
  /// @return the array of their outputs, in their order
  /// @throws StateFailure of the first branch that failed
  /// @throws InterruptedException if the calling thread was interrupted; so were the branches
  static ArrayNode run(List<Branch> branches, int concurrency) throws InterruptedException {
    int atOnce = Math.min(branches.size(), concurrency == 0 ? MOST : concurrency);
    return atOnce <= 1 ? oneAfterAnother(branches) : together(branches, atOnce);
  }

  private static ArrayNode oneAfterAnother(List<Branch> branches) throws InterruptedException {
    ArrayNode outputs = Json.newArray();
    for (Branch branch : branches) {
      outputs.add(branch.call());
    }
    return outputs;
  }

  private static ArrayNode together(List<Branch> branches, int atOnce) throws InterruptedException {
    try (ExecutorService executor =
        Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().name("branch ", 1).factory())) {
      try {
        return collect(branches, new ExecutorCompletionService<>(executor));
      } finally {
        executor.shutdownNow();
      }
    }
  }

  private static ArrayNode collect(List<Branch> branches, CompletionService<JsonNode> service)
      throws InterruptedException {
    List<Future<JsonNode>> futures = new ArrayList<>();
    branches.forEach(branch -> futures.add(service.submit(branch)));
    for (int done = 0; done < futures.size(); done++) {
      output(service.take());
    }
    ArrayNode outputs = Json.newArray();
    for (Future<JsonNode> future : futures) {
      outputs.add(output(future));
    }
    return outputs;
  }

  private static JsonNode output(Future<JsonNode> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case Throwable other -> throw new IllegalStateException("a branch was interrupted", other);
      }
    }
  }
}
