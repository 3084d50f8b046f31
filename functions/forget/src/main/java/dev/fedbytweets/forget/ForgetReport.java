package dev.fedbytweets.forget;

import dev.fedbytweets.contracts.forgotten.Tombstone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was done for a request, and what was looked at to prove it. Names no post and no user.
///
/// @param batch the request
/// @param reason of whoever asked, in words; null if none was given
/// @param requested how many identifiers of each kind were given
/// @param requestedAt when it came
/// @param finishedAt when the last attempt to fulfil it ended; null before
/// @param tables what went from each table, in all attempts
/// @param objects the pages and other objects that were rewritten
/// @param search what was searched at the end; null before
/// @param versions how many old versions of objects were deleted, at least
public record ForgetReport(
    String batch,
    String reason,
    Map<String, Integer> requested,
    Instant requestedAt,
    Instant finishedAt,
    Map<String, TableReport> tables,
    List<RewrittenObject> objects,
    SearchReport search,
    long versions) {

  /// What went from a table.
  ///
  /// @param removedRows rows that went
  /// @param changedRows rows that lost something
  /// @param rewrittenFiles data files that were written anew
  /// @param expiredSnapshots earlier states that went
  /// @param removedFiles files that went
  public record TableReport(
      long removedRows,
      long changedRows,
      int rewrittenFiles,
      int expiredSnapshots,
      int removedFiles) {

    TableReport plus(TableReport other) {
      return new TableReport(
          removedRows + other.removedRows,
          changedRows + other.changedRows,
          rewrittenFiles + other.rewrittenFiles,
          expiredSnapshots + other.expiredSnapshots,
          removedFiles + other.removedFiles);
    }
  }

  /// An object that was rewritten.
  ///
  /// @param key where it is
  /// @param before the SHA-256 of its content before, hexadecimal
  /// @param after the same afterwards
  public record RewrittenObject(String key, String before, String after) {}

  /// The search at the end.
  ///
  /// @param objects how many objects were searched
  /// @param files how many other files
  /// @param count how many of both still hold an identifier or could not be read, and how many old
  ///     versions are left; 0 if all is gone
  /// @param found some of them
  public record SearchReport(long objects, long files, long count, List<String> found) {}

  /// Of a request of which nothing was done yet.
  static ForgetReport begun(Tombstone tombstone) {
    return new ForgetReport(
        tombstone.batch(),
        tombstone.reason(),
        tombstone.requested(),
        tombstone.requestedAt(),
        null,
        Map.of(),
        List.of(),
        null,
        0);
  }

  /// With what went from a table.
  ForgetReport with(String table, TableReport removed) {
    Map<String, TableReport> all = new TreeMap<>(tables);
    all.merge(table, removed, TableReport::plus);
    return with(finishedAt, all, objects, search, versions);
  }

  /// With objects that were rewritten. One that was rewritten before keeps its first content's
  /// hash.
  ForgetReport with(List<RewrittenObject> more) {
    Map<String, RewrittenObject> all = new TreeMap<>();
    objects.forEach(object -> all.put(object.key(), object));
    more.forEach(
        object ->
            all.merge(
                object.key(),
                object,
                (first, last) -> new RewrittenObject(last.key(), first.before(), last.after())));
    return with(finishedAt, tables, List.copyOf(all.values()), search, versions);
  }

  /// With the end.
  ForgetReport finished(Instant at, SearchReport searched, long deletedVersions) {
    return with(at, tables, objects, searched, Math.max(versions, deletedVersions));
  }

  /// Whether everything was searched, and nothing found any more.
  public boolean isClean() {
    return search != null && search.count() == 0;
  }

  /// The rows that went from a layer's tables.
  ///
  /// @param layer `bronze` or `silver`
  public long removedRows(String layer) {
    return tables.entrySet().stream()
        .filter(table -> table.getKey().startsWith(layer + "."))
        .mapToLong(table -> table.getValue().removedRows())
        .sum();
  }

  private ForgetReport with(
      Instant at,
      Map<String, TableReport> tableReports,
      List<RewrittenObject> rewritten,
      SearchReport searched,
      long deletedVersions) {
    return new ForgetReport(
        batch,
        reason,
        requested,
        requestedAt,
        at,
        tableReports,
        rewritten,
        searched,
        deletedVersions);
  }
}
