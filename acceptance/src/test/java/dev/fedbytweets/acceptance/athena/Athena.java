package dev.fedbytweets.acceptance.athena;

import dev.fedbytweets.aotcache.account.AwsAccount;
import io.airlift.log.Level;
import io.airlift.log.Logging;
import io.trino.Session;
import io.trino.plugin.hive.HivePlugin;
import io.trino.plugin.iceberg.IcebergPlugin;
import io.trino.spi.type.TimeZoneKey;
import io.trino.testing.MaterializedResult;
import io.trino.testing.StandaloneQueryRunner;
import io.trino.testing.TestingSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Trino set up like Athena: the Glue catalog is the only catalog, so names begin with the
/// database. Tables that are no Iceberg tables are read by their SerDe.
final class Athena implements AutoCloseable {

  private static final String CATALOG = "awsdatacatalog";
  private static final String OTHER_TABLES = "othertables";

  private final StandaloneQueryRunner trino;

  private Athena(StandaloneQueryRunner trino) {
    this.trino = trino;
  }

  static Athena over(AwsAccount account) {
    Session session =
        TestingSession.testSessionBuilder()
            .setCatalog(CATALOG)
            .setSchema("silver")
            .setTimeZoneKey(TimeZoneKey.UTC_KEY)
            .build();
    Logging.initialize().setRootLevel(Level.WARN);
    StandaloneQueryRunner trino = new StandaloneQueryRunner(session);
    trino.installPlugin(new IcebergPlugin());
    trino.installPlugin(new HivePlugin());
    Map<String, String> icebergTables = catalog(account);
    icebergTables.put("iceberg.catalog.type", "glue");
    icebergTables.put("iceberg.hive-catalog-name", OTHER_TABLES);
    trino.createCatalog(CATALOG, "iceberg", icebergTables);
    Map<String, String> otherTables = catalog(account);
    otherTables.put("hive.metastore", "glue");
    trino.createCatalog(OTHER_TABLES, "hive", otherTables);
    return new Athena(trino);
  }

  /// The rows of the answer, in their order.
  List<List<Object>> ask(String sql) {
    MaterializedResult result = trino.execute(trino.getDefaultSession(), sql);
    return result.getMaterializedRows().stream().map(row -> Cell.cells(row.getFields())).toList();
  }

  @Override
  public void close() {
    trino.close();
  }

  private static Map<String, String> catalog(AwsAccount account) {
    Map<String, String> properties = new HashMap<>();
    properties.put("hive.metastore.glue.region", AwsAccount.REGION);
    properties.put("hive.metastore.glue.endpoint-url", account.glue().toString());
    properties.put("hive.metastore.glue.aws-access-key", "stand-in");
    properties.put("hive.metastore.glue.aws-secret-key", "stand-in-secret");
    properties.put("hive.metastore.glue.default-warehouse-dir", "s3://" + AwsAccount.BUCKET);
    properties.put("fs.s3.enabled", "true");
    properties.put("s3.region", AwsAccount.REGION);
    properties.put("s3.endpoint", account.s3().toString());
    properties.put("s3.path-style-access", "true");
    properties.put("s3.aws-access-key", "stand-in");
    properties.put("s3.aws-secret-key", "stand-in-secret");
    return properties;
  }
}
