package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileFailures;
import dev.fedbytweets.models.TextClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A model that somebody named: one that comes with the program, or a file.
final class ModelChoice {

  private ModelChoice() {}

  /// Reads the model.
  ///
  /// @param name `sentiment`, `topics` or the path of a file
  /// @throws RejectedException if there is no such file, or it is no model
  static TextClassifier named(String name) {
    return switch (name) {
      case "sentiment" -> TextClassifier.sentiment();
      case "topics" -> TextClassifier.topics();
      default -> ofFile(name);
    };
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
