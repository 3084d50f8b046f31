package dev.fedbytweets.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.failure.LakeException;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The contents of `lake.yaml`.
///
/// @param subjects the subjects to collect: at least one, at most [#MOST_SUBJECTS], each name once;
///     copied
public record LakeConfig(List<Subject> subjects) {

  /// The results of more subjects do not fit into the 256 KiB of a state's payload.
  public static final int MOST_SUBJECTS = 100;

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> SUBJECT_FIELDS =
      Set.of("name", "query", "max_posts_per_run", "max_posts_per_month");

  public LakeConfig {
    subjects = List.copyOf(subjects);
  }

  /// Reads the file.
  ///
  /// @throws MisconfiguredException naming the file and what is wrong with it
  public static LakeConfig read(Path file) {
    try {
      return of(YAML.readTree(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      throw new MisconfiguredException(
          "there is no %s: it names the subjects to collect (see lake.example.yaml)"
              .formatted(file),
          e);
    } catch (IOException | RuntimeException e) {
      throw new MisconfiguredException("%s: %s".formatted(file, firstLine(e)), e);
    }
  }

  private static LakeConfig of(JsonNode root) {
    requireFields(root, Set.of("subjects"), "at the top");
    List<Subject> subjects = new ArrayList<>();
    Set<SubjectName> names = new HashSet<>();
    for (JsonNode node : root.path("subjects")) {
      requireFields(node, SUBJECT_FIELDS, "in a subject");
      Subject subject = StepJson.MAPPER.convertValue(node, Subject.class);
      if (!names.add(subject.name())) {
        throw new IllegalArgumentException("subject '%s' is there twice".formatted(subject.name()));
      }
      subjects.add(subject);
    }
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("it names no subjects");
    }
    if (subjects.size() > MOST_SUBJECTS) {
      throw new IllegalArgumentException(
          "it names %d subjects, at most %d are possible: join queries with OR, or use a second lake"
              .formatted(subjects.size(), MOST_SUBJECTS));
    }
    return new LakeConfig(subjects);
  }

  private static void requireFields(JsonNode node, Set<String> known, String where) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("%s fields are expected: %s".formatted(where, known));
    }
    node.fieldNames()
        .forEachRemaining(
            field -> {
              if (!known.contains(field)) {
                throw new IllegalArgumentException("'%s' %s is not known".formatted(field, where));
              }
            });
  }

  private static String firstLine(Exception e) {
    Throwable known = e.getCause() instanceof LakeException cause ? cause : e;
    return String.valueOf(known.getMessage()).lines().findFirst().orElse("it cannot be read");
  }
}
