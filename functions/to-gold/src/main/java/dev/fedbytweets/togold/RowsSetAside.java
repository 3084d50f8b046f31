package dev.fedbytweets.togold;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.storage.Gzip;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How many rows of pages were set aside, when that was first asked of a subject and day.
final class RowsSetAside {

  private final ObjectStore store;

  /// By the folder of a subject's day, and by the name of the page without its ending.
  private final Map<String, Map<String, Long>> known = new HashMap<>();

  RowsSetAside(ObjectStore store) {
    this.store = store;
  }

  /// The rows of a run. Of imports, which all bear the same name, only those of the pages; of
  /// others also those of pages in the same folders of which all rows were set aside.
  ///
  /// @param pages keys below `raw/`
  long of(String run, Set<String> pages) {
    Set<String> wanted =
        run.equals(PageKey.IMPORTED.value())
            ? pages.stream().map(RowsSetAside::name).collect(Collectors.toSet())
            : Set.of();
    return pages.stream()
        .filter(page -> LakeLayout.subjectOf(page).isPresent())
        .map(page -> page.substring(0, page.lastIndexOf('/') + 1))
        .distinct()
        .flatMap(
            folder ->
                ofDay(folder).entrySet().stream().filter(row -> row.getKey().startsWith(folder)))
        .filter(row -> wanted.isEmpty() || wanted.contains(row.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Map<String, Long> ofDay(String runFolder) {
    int day = runFolder.lastIndexOf('/', runFolder.length() - 2) + 1;
    return known.computeIfAbsent(runFolder.substring(0, day), this::read);
  }

  private Map<String, Long> read(String folder) {
    Map<String, Long> rows = new HashMap<>();
    for (Layer layer : new Layer[] {Layer.BRONZE, Layer.SILVER}) {
      for (Entity table : Entity.values()) {
        String quarantine = LakeLayout.quarantine(layer, table);
        try (Stream<String> keys = store.list(quarantine + folder, "")) {
          keys.forEach(
              key -> rows.merge(name(key.substring(quarantine.length())), lines(key), Long::sum));
        }
      }
    }
    return rows;
  }

  private long lines(String key) {
    return store.read(key).map(StoredObject::body).map(RowsSetAside::lines).orElse(0L);
  }

  private static long lines(byte[] body) {
    try {
      return new String(Gzip.decompress(body), StandardCharsets.UTF_8).lines().count();
    } catch (IOException _) {
      // Somebody else's file: it sets nothing aside.
      return 0;
    }
  }

  /// A page's name without its ending, which is another one where its rows are set aside.
  private static String name(String key) {
    int ending = key.indexOf('.', key.lastIndexOf('/') + 1);
    return ending < 0 ? key : key.substring(0, ending);
  }
}
