package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileFailures;
import dev.fedbytweets.models.MissingEmbeddingException;
import dev.fedbytweets.models.TextClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A model that somebody named: one that comes with the program, or a file.
final class ModelChoice {

  /// The option by which the launcher puts what makes sentence embeddings on the class path.
  static final String EMBEDDINGS = "--embeddings";

  private ModelChoice() {}

  /// Reads the model.
  ///
  /// @param name `sentiment`, `topics` or the path of a file
  /// @param embeddings whether one that comes with the program reads sentence embeddings; a file
  ///     says so itself
  /// @throws RejectedException if there is no such file, if it is no model, or if it reads
  ///     sentence embeddings and what makes them is missing or does not work
  static TextClassifier named(String name, boolean embeddings) {
    TextClassifier model =
        switch (name) {
          case "sentiment" ->
              embeddings ? TextClassifier.sentimentWithEmbeddings() : TextClassifier.sentiment();
          case "topics" ->
              embeddings ? TextClassifier.topicsWithEmbeddings() : TextClassifier.topics();
          default -> ofFile(name);
        };
    try {
      model.load();
    } catch (MissingEmbeddingException e) {
      String hint = embeddings ? "" : ": add " + EMBEDDINGS;
      throw new RejectedException(e.getMessage() + hint, e);
    }
    return model;
  }

  private static TextClassifier ofFile(String name) {
    try (InputStream file = Files.newInputStream(Path.of(name))) {
      return TextClassifier.read(file);
    } catch (FileSystemException e) {
      throw new RejectedException(
          "there is no model %s, only sentiment, topics and files: %s"
              .formatted(name, FileFailures.reason(e)),
          e);
    } catch (IOException e) {
      throw new RejectedException("cannot read %s: %s".formatted(name, FileFailures.reason(e)), e);
    }
  }
}
