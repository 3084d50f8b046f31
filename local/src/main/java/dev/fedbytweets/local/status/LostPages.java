package dev.fedbytweets.local.status;

import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.query.LakeDatabase;
import dev.fedbytweets.local.query.ResultFormat;
import dev.fedbytweets.local.query.ResultOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Raw pages that are gone though their rows are in the tables.
public final class LostPages {

  private LostPages() {}

  /// The pages that rows of bronze name and that are not stored; rows that another engine wrote may
  /// name anything else. Reads one column of the bronze
  /// tables.
  ///
  /// @throws dev.fedbytweets.core.failure.RejectedException if a table cannot be read
  public static List<PageKey> of(Lake lake) {
    String sql =
        Arrays.stream(Entity.values())
            .map(
                entity ->
                    "SELECT file_name FROM %s.%s"
                        .formatted(Layer.BRONZE.lowerCase(), entity.lowerCase()))
            .collect(Collectors.joining(" UNION ", "", " ORDER BY 1"));
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    try (LakeDatabase database = LakeDatabase.of(lake)) {
      database.run(sql, ResultOutput.to(names, ResultFormat.CSV));
    }
    return names
        .toString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(name -> PageKey.find(LakeLayout.RAW + name))
        .flatMap(Optional::stream)
        .filter(page -> !Files.exists(lake.directory().root().resolve(page.key())))
        .toList();
  }
}
