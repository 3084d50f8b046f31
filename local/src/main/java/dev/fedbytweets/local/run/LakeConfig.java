package dev.fedbytweets.local.run;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.gettweets.GetTweetsConfig;
import dev.fedbytweets.labelposts.LabelPostsConfig;
import dev.fedbytweets.local.lake.FileFailures;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The contents of `lake.yaml`.
///
/// @param subjects the subjects to collect: at least one, at most [#MOST_SUBJECTS], each name once;
///     copied
/// @param askAboveUsd the largest expected charge of a run that needs no person's consent, US
///     dollars
/// @param windowOverlap for `X_WINDOW_OVERLAP`; null if the file does not say
/// @param questionSubjects for `LAKE_QUESTION_SUBJECTS`: the names of the subjects whose posts are
///     questions; copied
public record LakeConfig(
    List<Subject> subjects,
    BigDecimal askAboveUsd,
    String windowOverlap,
    Set<String> questionSubjects) {

  /// Where the settings are if nothing else is said.
  public static final String FILE = "lake.yaml";

  /// The results of more subjects do not fit into the 256 KiB of a state's payload.
  public static final int MOST_SUBJECTS = 100;

  private static final BigDecimal ASK_ABOVE_USD = BigDecimal.TEN;
  private static final String WINDOW_OVERLAP = "X_WINDOW_OVERLAP";

  public LakeConfig {
    subjects = List.copyOf(subjects);
    questionSubjects = Set.copyOf(questionSubjects);
  }

  /// Reads the file.
  ///
  /// @throws MisconfiguredException naming the file, the line and the column, and what is wrong
  public static LakeConfig read(Path file) {
    try {
      String text = Files.readString(file);
      YamlValue root = YamlValue.parse(text);
      Optional<String> cut = UnquotedQuery.cutAtHashtag(text);
      if (cut.isPresent()) {
        throw new MisconfiguredException(cut.get());
      }
      return of(root);
    } catch (NoSuchFileException e) {
      throw new MisconfiguredException(
          "there is no %s: it names the subjects to collect (see lake.example.yaml)"
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new MisconfiguredException(
          "cannot read %s: %s".formatted(file, FileFailures.reason(e)), e);
    } catch (MisconfiguredException e) {
      throw new MisconfiguredException("%s, %s".formatted(file, e.getMessage()), e);
    }
  }

  /// The settings for one subject alone, searched anew from a time on.
  ///
  /// @param from null for where its last window ended
  /// @throws RejectedException if the file does not name the subject
  public LakeConfig only(SubjectName name, Instant from) {
    Subject only =
        subjects.stream()
            .filter(subject -> subject.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new RejectedException(
                        "there is no subject '%s', only %s"
                            .formatted(
                                name,
                                subjects.stream()
                                    .map(subject -> subject.name().value())
                                    .collect(Collectors.joining(", ")))));
    return new LakeConfig(
        List.of(only.searchedFrom(from)), askAboveUsd, windowOverlap, questionSubjects);
  }

  /// An environment with the settings of this file, where it does not set them itself.
  public Map<String, String> over(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(environment);
    if (windowOverlap != null) {
      settings.putIfAbsent(WINDOW_OVERLAP, windowOverlap);
    }
    if (!questionSubjects.isEmpty()) {
      settings.putIfAbsent(
          LabelPostsConfig.QUESTION_SUBJECTS, String.join(",", new TreeSet<>(questionSubjects)));
    }
    return settings;
  }

  private static LakeConfig of(YamlValue root) {
    root.requireFields(Set.of("subjects", "ask_above_usd", "window_overlap"));
    YamlValue list = root.field("subjects").orElseThrow(() -> root.wrong("it names no subjects"));
    List<Subject> subjects = new ArrayList<>();
    Set<SubjectName> names = new HashSet<>();
    Set<String> questionSubjects = new HashSet<>();
    for (YamlValue value : list.elements()) {
      Subject subject = subject(value);
      if (!names.add(subject.name())) {
        throw value.wrong("subject '%s' is there twice".formatted(subject.name()));
      }
      subjects.add(subject);
      if (value.field("questions").map(YamlValue::flag).orElse(false)) {
        questionSubjects.add(subject.name().value());
      }
    }
    if (subjects.isEmpty()) {
      throw list.wrong("it names no subjects");
    }
    if (subjects.size() > MOST_SUBJECTS) {
      throw list.wrong(
          "it names %d subjects, at most %d are possible: join queries with OR, or use a second lake"
              .formatted(subjects.size(), MOST_SUBJECTS));
    }
    return new LakeConfig(
        subjects,
        root.field("ask_above_usd").map(YamlValue::amount).orElse(ASK_ABOVE_USD),
        root.field("window_overlap")
            .map(value -> value.timeSpan(GetTweetsConfig.LONGEST_OVERLAP))
            .orElse(null),
        questionSubjects);
  }

  private static Subject subject(YamlValue value) {
    value.requireFields(
        Set.of(
            "name",
            "query",
            "max_posts_per_run",
            "max_posts_per_day",
            "max_posts_per_month",
            "media",
            "questions"));
    YamlValue name = value.field("name").orElseThrow(() -> value.wrong("the subject has no name"));
    try {
      return new Subject(
          new SubjectName(name.text()),
          value.field("query").map(YamlValue::text).orElse(null),
          value.field("max_posts_per_run").map(YamlValue::wholeNumber).orElse(null),
          value.field("max_posts_per_day").map(YamlValue::wholeNumber).orElse(null),
          value.field("max_posts_per_month").map(YamlValue::wholeNumber).orElse(null),
          null,
          value.field("media").map(YamlValue::flag).orElse(null));
    } catch (RejectedException e) {
      throw value.wrong(e.getMessage());
    }
  }
}
