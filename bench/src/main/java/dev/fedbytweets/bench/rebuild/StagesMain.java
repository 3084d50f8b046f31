package dev.fedbytweets.bench.rebuild;

import dev.fedbytweets.bench.bronze.BronzeOursMain;
import dev.fedbytweets.bench.silver.SilverOursMain;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.nio.file.Path;
import java.util.List;

/// The bronze stage, then the silver stage for each table, without the command line around them.
final class StagesMain {

  private StagesMain() {}

  /// @param arguments the folder of the pages, the folder of the lake to make
  public static void main(String... arguments) {
    Path lake = Path.of(arguments[1]);
    BronzeOursMain.load(Path.of(arguments[0]), lake);
    for (Entity table : List.of(Entity.TWEETS, Entity.USERS, Entity.PLACES)) {
      SilverOursMain.merge(new LakeDirectory(lake), table);
    }
  }
}
