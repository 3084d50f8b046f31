package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.model.TableName;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where everything is in the lake: the keys of an [ObjectStore], and the folders of tables next
/// to them. Only this class and [PageKey], which parses keys of pages, spell them out. Folders end
/// with `/`.
public final class LakeLayout {

  /// Raw pages, each at a [PageKey].
  public static final String RAW = "raw/";

  /// The journal, checkpoints and the like.
  public static final String STATE = "state/";

  /// Up to when the demo of the local lake has been shown.
  public static final String DEMO = STATE + "demo";

  /// What failed in the last runs of the local lake.
  public static final String FAILURES = "state/failures";

  /// Rows and files that cannot be used, with the reason.
  public static final String QUARANTINE = "quarantine/";

  /// Parts of imported files that cannot be used.
  public static final String QUARANTINED_IMPORTS = QUARANTINE + "import/";

  /// What the lake must not hold any more: a tombstone and a report for each request.
  public static final String FORGOTTEN = STATE + "forgotten/";

  /// The reports among it. Nothing else is there: they are rows of a table.
  public static final String FORGOTTEN_REPORTS = FORGOTTEN + "reports/";

  /// What the hashes in this lake's tombstones begin with.
  public static final String FORGOTTEN_SALT = FORGOTTEN + "salt";

  /// Requests to forget that have no tombstone yet. They hold identifiers, so they go when they
  /// have one.
  public static final String FORGET_REQUESTS = STATE + "forget-requests/";

  /// How far the last check is in which X was asked what must be forgotten.
  public static final String COMPLIANCE = STATE + "compliance/check.json";

  /// Facts of others, to stand beside what the lake says.
  public static final String FACTS = "facts/";

  /// The page that people look at.
  public static final String DASHBOARD = "dashboard.html";

  /// What imported pages were made of.
  public static final String ORIGINALS = "originals/";

  static final String JOURNAL = STATE + "journal/";

  private static final String CHECKPOINTS = STATE + "collector/";
  private static final String CHECKPOINT_ENDING = ".json";
  private static final String SUBJECT = "subject=";
  private static final String PAGE_ENDING = ".json.gz";
  private static final String LINES_ENDING = ".jsonl.gz";

  private LakeLayout() {}

  /// The folder of a subject's raw pages.
  public static String pages(SubjectName subject) {
    return RAW + SUBJECT + subject + "/";
  }

  /// The folder of a run's raw pages.
  public static String pages(SubjectName subject, LocalDate date, RunName run) {
    return RAW + runFolder(subject, date, run);
  }

  /// The subject that a page, or what was made of it, belongs to.
  ///
  /// @param key of an object, or the part of a page's key below `raw/`
  /// @return empty if the key says nothing about it
  public static Optional<String> subjectOf(String key) {
    int subject = key.indexOf(SUBJECT);
    int end = key.indexOf('/', Math.max(subject, 0));
    boolean isFolder = subject == 0 || subject > 0 && key.charAt(subject - 1) == '/';
    return isFolder && end > 0
        ? Optional.of(key.substring(subject + SUBJECT.length(), end))
        : Optional.empty();
  }

  /// The subjects that have raw pages.
  public static List<SubjectName> subjectsWithPages(ObjectStore store) {
    return store.folders(RAW).stream()
        .filter(folder -> folder.startsWith(SUBJECT))
        .map(folder -> new SubjectName(folder.substring(SUBJECT.length())))
        .toList();
  }

  /// The checkpoint of collecting a subject.
  public static String checkpoint(SubjectName subject) {
    return CHECKPOINTS + subject + CHECKPOINT_ENDING;
  }

  /// The subject of which a key is the checkpoint's.
  ///
  /// @return empty if it is something else's
  public static Optional<String> subjectOfCheckpoint(String key) {
    return key.startsWith(CHECKPOINTS) && key.endsWith(CHECKPOINT_ENDING)
        ? Optional.of(
            key.substring(CHECKPOINTS.length(), key.length() - CHECKPOINT_ENDING.length()))
        : Optional.empty();
  }

  /// The subjects that have a checkpoint.
  public static List<SubjectName> subjectsWithCheckpoint(ObjectStore store) {
    try (Stream<String> keys = store.list(CHECKPOINTS, "")) {
      return keys.flatMap(key -> subjectOfCheckpoint(key).stream()).map(SubjectName::new).toList();
    }
  }

  /// Whether a quarantined part of a file was mended since.
  ///
  /// @param key of the part, below [#QUARANTINE]
  public static String mended(String key) {
    return STATE + "mended/" + key.substring(QUARANTINE.length());
  }

  /// A request to forget that has no tombstone yet.
  public static String forgetRequest(String batch) {
    return FORGET_REQUESTS + batch + ".json";
  }

  /// What a request to forget names, as hashes.
  public static String tombstone(String batch) {
    return FORGOTTEN + batch + ".tombstone.json";
  }

  /// What was done for a request to forget.
  public static String forgottenReport(String batch) {
    return FORGOTTEN_REPORTS + batch + ".json";
  }

  /// The file with facts of others, in a folder of its own as external tables want it.
  public static String fact(String name) {
    return FACTS + name + "/facts.parquet";
  }

  /// Which days of the tables before it a step of gold has taken in.
  ///
  /// @param step its function's name
  public static String readDays(String step) {
    return STATE + "gold/" + step + ".json";
  }

  /// The folder of a layer's tables.
  public static String tables(Layer layer) {
    return layer.lowerCase() + "/";
  }

  /// The folder of a table's data and metadata files.
  public static String table(Layer layer, TableName table) {
    return tables(layer) + table.lowerCase();
  }

  /// The folder of the rows that a table refused.
  public static String quarantine(Layer layer, TableName table) {
    return QUARANTINE + layer.lowerCase() + "." + table.lowerCase() + "/";
  }

  /// The folder of a subject's journal.
  static String journal(SubjectName subject) {
    return JOURNAL + subject + "/";
  }

  /// An entry of a subject's journal.
  static String journalEntry(SubjectName subject, int number) {
    return journal(subject) + "%08d".formatted(number);
  }

  /// A page's key below [#RAW].
  static String fileName(PageKey page) {
    return runFolder(page.subject(), page.date(), page.run()) + "page-" + page.page() + PAGE_ENDING;
  }

  /// Where an answer of X lies that cannot be read, in place of this page.
  public static String quarantined(PageKey page) {
    return QUARANTINE + page.key();
  }

  /// What an imported page was made of, as it stood in the file, if that was no page.
  public static String original(PageKey page) {
    String name = page.fileName();
    return ORIGINALS + name.substring(0, name.length() - PAGE_ENDING.length()) + LINES_ENDING;
  }

  /// The rows of one page that a table refused.
  ///
  /// @param fileName the page's key below [#RAW]
  static String quarantined(Layer layer, TableName table, String fileName) {
    String name = fileName.substring(0, fileName.length() - PAGE_ENDING.length());
    return quarantine(layer, table) + name + LINES_ENDING;
  }

  private static String runFolder(SubjectName subject, LocalDate date, RunName run) {
    return SUBJECT + subject + "/date=" + date + "/run=" + run + "/";
  }
}
