package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key of a raw page: `raw/subject=<name>/date=<yyyy-mm-dd>/run=<run>/page-<page>.json.gz`.
///
/// @param date of a collected page the UTC day on which its run started; of an imported page a
///     day that its content names
/// @param run the run that fetched the page, [#IMPORTED] for pages that were imported
/// @param page `00001` and so on for fetched pages, the SHA-256 of the content in hexadecimal
///     for imported ones
public record PageKey(SubjectName subject, LocalDate date, RunName run, String page) {

  /// The run of all imported pages, so that a page that is imported again has the same key.
  public static final RunName IMPORTED = new RunName("import");

  private static final Pattern PAGE = Pattern.compile("\\d{5,9}|[0-9a-f]{64}");
  private static final Pattern FILE_NAME =
      Pattern.compile("subject=([^/]+)/date=([^/]+)/run=([^/]+)/page-([^/.]+)\\.json\\.gz");

  /// @throws RejectedException if `page` is neither a number of five to nine digits nor a SHA-256
  public PageKey {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(run, "run");
    if (page == null || !PAGE.matcher(page).matches()) {
      throw new RejectedException("page '%s' is neither a number nor a SHA-256".formatted(page));
    }
  }

  /// The page of this number within a run.
  ///
  /// @param number from 1
  public static PageKey numbered(SubjectName subject, LocalDate date, RunName run, int number) {
    return new PageKey(subject, date, run, "%05d".formatted(number));
  }

  /// The page that a key below `raw/` names.
  ///
  /// @throws RejectedException if it names none
  public static PageKey ofFileName(String fileName) {
    Matcher matcher = FILE_NAME.matcher(fileName);
    if (!matcher.matches()) {
      throw new RejectedException("'%s' is not the key of a page".formatted(fileName));
    }
    try {
      return new PageKey(
          new SubjectName(matcher.group(1)),
          LocalDate.parse(matcher.group(2)),
          new RunName(matcher.group(3)),
          matcher.group(4));
    } catch (DateTimeException e) {
      throw new RejectedException("'%s' is not the key of a page".formatted(fileName), e);
    }
  }

  /// The page that an object key names.
  ///
  /// @throws RejectedException if it names none
  public static PageKey ofKey(String key) {
    if (!key.startsWith(LakeLayout.RAW)) {
      throw new RejectedException("'%s' is not the key of a page".formatted(key));
    }
    return ofFileName(key.substring(LakeLayout.RAW.length()));
  }

  /// The page that an object key names, if it names one: among the pages may lie what somebody else
  /// has put there.
  public static Optional<PageKey> find(String key) {
    try {
      return Optional.of(ofKey(key));
    } catch (RejectedException e) {
      return Optional.empty();
    }
  }

  /// The object key.
  public String key() {
    return LakeLayout.RAW + fileName();
  }

  /// The key below `raw/`: the column `file_name` of the tables.
  public String fileName() {
    return LakeLayout.fileName(this);
  }

  /// The number within the run.
  ///
  /// @throws IllegalStateException if the page is named by its content
  public int number() {
    if (page.length() > 9) {
      throw new IllegalStateException("page %s has no number".formatted(page));
    }
    return Integer.parseInt(page);
  }

  @Override
  public String toString() {
    return key();
  }
}
