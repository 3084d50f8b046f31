package dev.fedbytweets.core.storage;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import java.time.LocalDate;
import java.util.List;
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

  static final String JOURNAL = STATE + "journal/";

  private static final String ORIGINALS = "originals/";
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

  /// The subjects that have a checkpoint.
  public static List<SubjectName> subjectsWithCheckpoint(ObjectStore store) {
    try (Stream<String> keys = store.list(CHECKPOINTS, "")) {
      return keys.map(
              key -> key.substring(CHECKPOINTS.length(), key.length() - CHECKPOINT_ENDING.length()))
          .map(SubjectName::new)
          .toList();
    }
  }

  /// Whether a quarantined part of a file was mended since.
  ///
  /// @param key of the part, below [#QUARANTINE]
  public static String mended(String key) {
    return STATE + "mended/" + key.substring(QUARANTINE.length());
  }

  /// The folder of a layer's tables.
  public static String tables(Layer layer) {
    return layer.lowerCase() + "/";
  }

  /// The folder of a table's data and metadata files.
  public static String table(Layer layer, Entity table) {
    return tables(layer) + table.lowerCase();
  }

  /// The folder of the rows that a table refused.
  public static String quarantine(Layer layer, Entity table) {
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
  static String quarantined(Layer layer, Entity table, String fileName) {
    String name = fileName.substring(0, fileName.length() - PAGE_ENDING.length());
    return quarantine(layer, table) + name + LINES_ENDING;
  }

  private static String runFolder(SubjectName subject, LocalDate date, RunName run) {
    return SUBJECT + subject + "/date=" + date + "/run=" + run + "/";
  }
}
