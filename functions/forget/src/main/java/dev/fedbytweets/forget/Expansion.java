package dev.fedbytweets.forget;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.deletion.LiveRows;
import dev.fedbytweets.tables.deletion.RowRedaction;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What goes with what is forgotten, as the posts in bronze say.
final class Expansion {

  private final LakeTables lake;
  private final RowRedaction<Tweet> redaction;

  Expansion(LakeTables lake, Forgotten forgotten) {
    this.lake = lake;
    this.redaction = new RowRedaction<>(BronzeDefinitions.TWEETS, forgotten);
  }

  /// What goes with posts and users. Posts of a forgotten subject may belong to others, too.
  static Expansion of(LakeTables lake, Forgotten forgotten) {
    return new Expansion(lake, forgotten.withoutSubjects());
  }

  /// The posts that go, with their other versions, and the media that none of the others has.
  Map<ForgottenKind, Set<String>> find() {
    Set<String> posts = new HashSet<>();
    Set<String> media = new HashSet<>();
    LiveRows.forEach(
        lake,
        BronzeDefinitions.TWEETS,
        row -> {
          if (redaction.of(row).isEmpty()) {
            posts.add(row.id());
            posts.addAll(orNone(row.editHistory()));
            orNone(row.mediaKeys()).forEach(key -> media.add(Forgotten.mediumOf(key)));
          }
        });
    LiveRows.forEach(
        lake,
        BronzeDefinitions.TWEETS,
        row -> {
          if (redaction.of(row).isPresent()) {
            orNone(row.mediaKeys()).forEach(key -> media.remove(Forgotten.mediumOf(key)));
          }
        });
    return Map.of(ForgottenKind.POST, posts, ForgottenKind.MEDIUM, media);
  }

  /// The first reference that is left to posts whose first one goes; by [#row]. Silver only has the
  /// first.
  Map<String, Reference> nextReferences() {
    Map<String, Reference> next = new HashMap<>();
    LiveRows.forEach(
        lake,
        BronzeDefinitions.TWEETS,
        row ->
            redaction
                .of(row)
                .filter(left -> !RowRedaction.isSame(row, left) && left.referenced() != null)
                .filter(left -> !left.referenced().getFirst().equals(row.referenced().getFirst()))
                .ifPresent(
                    left ->
                        next.put(row(left.id(), left.fileName()), left.referenced().getFirst())));
    return next;
  }

  /// Names a row of bronze, also from the row of silver that it became.
  static String row(String id, String fileName) {
    return id + " " + fileName;
  }

  private static List<String> orNone(List<String> texts) {
    return texts == null ? List.of() : texts;
  }
}
