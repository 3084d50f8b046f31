package dev.fedbytweets.tables.lookup;

import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.TableFailures;
import dev.fedbytweets.tables.files.Column;
import dev.fedbytweets.tables.files.ColumnFileReader;
import dev.fedbytweets.tables.schema.BronzeDefinitions;
import java.util.function.Consumer;

/// The posts that say where they were written, in bronze: silver knows only the newest look at a
/// post.
public final class PlacedPosts {

  private PlacedPosts() {}

  /// A post with a place or coordinates.
  ///
  /// @param author null if X did not say
  public record PlacedPost(String id, String author) {}

  /// Gives them, one once for each page that has it.
  public static void forEach(LakeTables lake, Consumer<PlacedPost> posts) {
    try {
      PresentFiles.of(lake, BronzeDefinitions.TWEETS).forEach(columns -> read(columns, posts));
    } catch (RuntimeException e) {
      throw TableFailures.classified(BronzeDefinitions.TWEETS.toString(), e);
    }
  }

  private static void read(ColumnFileReader columns, Consumer<PlacedPost> posts) {
    Column<String> ids = columns.texts("id");
    Column<String> authors = columns.texts("author_id");
    Column<String> places = columns.texts("place_id");
    Column<Double> longitudes = columns.doubles("longitude");
    for (int left = columns.rowsAhead(); left > 0; left = columns.rowsAhead()) {
      columns.openRowGroup();
      for (int row = 0; row < left; row++) {
        PlacedPost post = new PlacedPost(ids.next(), authors.next());
        String place = places.next();
        Double longitude = longitudes.next();
        if (post.id() != null && (place != null || longitude != null)) {
          posts.accept(post);
        }
      }
    }
  }
}
