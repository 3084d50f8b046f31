package dev.fedbytweets.forget;

import dev.fedbytweets.core.forgotten.Forgotten;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.model.Reference;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.deletion.CleanFiles;
import dev.fedbytweets.tables.deletion.RowRedaction;
import dev.fedbytweets.tables.deletion.TableSearch;
import dev.fedbytweets.tables.files.LiveRows;
import dev.fedbytweets.tables.files.RecordBinding;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What goes with what is forgotten, as the posts in bronze say.
final class Expansion {

  private static final TableDefinition<Tweet> POSTS = BronzeDefinitions.TWEETS;
  private static final RecordBinding<PostMedia> MEDIA_OF_POSTS =
      POSTS.binding().part(PostMedia.class);

  private final LakeTables lake;
  private final CleanFiles clean;
  private final int readers;
  private final RowRedaction<Tweet> redaction;

  /// @param clean files that hold nothing of what is forgotten; gets further ones
  /// @param readers as of [ForgetSettings]
  Expansion(LakeTables lake, CleanFiles clean, int readers) {
    this.lake = lake;
    this.clean = clean;
    this.readers = readers;
    this.redaction = new RowRedaction<>(POSTS, clean.forgotten());
  }

  /// The media of a post.
  ///
  /// @param id of the post
  /// @param mediaKeys null if it has none
  public record PostMedia(String id, @Nullable List<String> mediaKeys) {}

  /// The posts that go, with their other versions, and the media that none of the others has.
  Map<ForgottenKind, Set<String>> find() {
    Set<String> posts = new HashSet<>();
    Set<String> media = new HashSet<>();
    forEachThatHolds(
        row -> {
          if (redaction.of(row).isEmpty()) {
            posts.add(row.id());
            posts.addAll(orNone(row.editHistory()));
            orNone(row.mediaKeys()).forEach(key -> media.add(Forgotten.mediumOf(key)));
          }
        });
    if (!media.isEmpty()) {
      removeMediaOfOthers(posts, media);
    }
    return Map.of(ForgottenKind.POST, posts, ForgottenKind.MEDIUM, media);
  }

  /// The first reference that is left to posts whose first one goes; by [#row]. Silver only has the
  /// first.
  Map<String, Reference> nextReferences() {
    Map<String, Reference> next = new HashMap<>();
    forEachThatHolds(
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

  /// Reads the rows of the files that hold anything of what is forgotten.
  private void forEachThatHolds(Consumer<Tweet> rows) {
    lake.existing(POSTS)
        .ifPresent(
            table -> {
              if (new TableSearch(table, clean, readers).isInLive()) {
                LiveRows.forEach(
                    table, POSTS.binding(), file -> !clean.contains(file.location()), rows);
              }
            });
  }

  private void removeMediaOfOthers(Set<String> posts, Set<String> media) {
    lake.existing(POSTS)
        .ifPresent(
            table ->
                LiveRows.forEach(
                    table,
                    MEDIA_OF_POSTS,
                    row -> {
                      if (!posts.contains(row.id())) {
                        orNone(row.mediaKeys())
                            .forEach(key -> media.remove(Forgotten.mediumOf(key)));
                      }
                    }));
  }

  /// Names a row of bronze, also from the row of silver that it became.
  static String row(String id, String fileName) {
    return id + " " + fileName;
  }

  private static List<String> orNone(@Nullable List<String> texts) {
    return texts == null ? List.of() : texts;
  }
}
