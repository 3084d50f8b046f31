package dev.fedbytweets.awsstandins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/// The Glue data catalog, as far as Iceberg, Trino and Terraform call it. `UpdateTable` with a
/// `VersionId` that is not the table's is refused, which is the lock that Iceberg's commits rely
/// on. Nothing is paged, no partition is known.
public final class GlueDouble extends JsonService {

  private final GlueDatabases databases = new GlueDatabases();
  private final GlueTables tables = new GlueTables(databases);

  private GlueDouble() throws IOException {}

  /// Starts an empty catalog.
  public static GlueDouble start() throws IOException {
    return new GlueDouble();
  }

  /// Adds an empty database.
  public synchronized GlueDouble withDatabase(String name) {
    ObjectNode input = JSON.createObjectNode().put("Name", name);
    databases.create(JSON.createObjectNode().set("DatabaseInput", input));
    return this;
  }

  /// The variables that lead a process to it.
  public Map<String, String> environment() {
    return Account.environment("AWS_ENDPOINT_URL_GLUE", endpoint());
  }

  /// The address of the current metadata file of an Iceberg table.
  ///
  /// @throws IllegalArgumentException if there is no such table
  public synchronized String metadataLocation(String database, String table) {
    return tables
        .find(database, table)
        .orElseThrow(() -> new IllegalArgumentException("no table " + database + "." + table))
        .path("Parameters")
        .path("metadata_location")
        .textValue();
  }

  /// How many old versions of a table were kept because `SkipArchive` was not set.
  public synchronized int archivedVersions(String database, String table) {
    return tables.archivedVersions(database, table);
  }

  @Override
  ObjectNode call(String operation, ObjectNode request) {
    return switch (operation) {
      case "CreateDatabase" -> databases.create(request);
      case "GetDatabase" -> databases.get(request);
      case "GetDatabases" -> databases.list();
      case "UpdateDatabase" -> databases.update(request);
      case "DeleteDatabase" -> databases.delete(request);
      case "CreateTable" -> tables.create(request);
      case "GetTable" -> tables.get(request);
      case "GetTables" -> tables.list(request);
      case "UpdateTable" -> tables.update(request);
      case "DeleteTable" -> tables.delete(request);
      case "GetPartitions" -> empty("Partitions");
      case "GetPartitionIndexes" -> empty("PartitionIndexDescriptorList");
      case "GetColumnStatisticsForTable" -> empty("ColumnStatisticsList");
      case "UpdateColumnStatisticsForTable" -> empty("Errors");
      case "DeleteColumnStatisticsForTable" -> JSON.createObjectNode();
      case "GetTags" -> JSON.createObjectNode().set("Tags", JSON.createObjectNode());
      default -> throw AwsError.refused("UnknownOperationException", operation);
    };
  }

  private static ObjectNode empty(String list) {
    return JSON.createObjectNode().set(list, JSON.createArrayNode());
  }
}
