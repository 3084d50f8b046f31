package dev.fedbytweets.awsstandins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The tables of [GlueDouble].
final class GlueTables {

  private final Map<String, Map<String, ObjectNode>> tables = new TreeMap<>();
  private final Map<String, Integer> archived = new HashMap<>();
  private final GlueDatabases databases;

  GlueTables(GlueDatabases databases) {
    this.databases = databases;
  }

  ObjectNode create(ObjectNode request) {
    String database = request.path("DatabaseName").textValue();
    databases.require(database);
    ObjectNode input = (ObjectNode) request.path("TableInput");
    String name = input.path("Name").textValue();
    if (find(database, name).isPresent()) {
      throw AwsError.refused("AlreadyExistsException", "Table already exists: " + name);
    }
    long now = Instant.now().getEpochSecond();
    store(database, input, 0, now);
    return JsonService.JSON.createObjectNode();
  }

  ObjectNode get(ObjectNode request) {
    ObjectNode table = require(request, request.path("Name").textValue());
    return JsonService.JSON.createObjectNode().set("Table", table);
  }

  ObjectNode list(ObjectNode request) {
    String database = request.path("DatabaseName").textValue();
    databases.require(database);
    ArrayNode list = JsonService.JSON.createArrayNode();
    list.addAll(tables.getOrDefault(database, Map.of()).values());
    return JsonService.JSON.createObjectNode().set("TableList", list);
  }

  ObjectNode update(ObjectNode request) {
    ObjectNode input = (ObjectNode) request.path("TableInput");
    ObjectNode current = require(request, input.path("Name").textValue());
    JsonNode expected = request.path("VersionId");
    if (expected.isTextual() && !expected.equals(current.path("VersionId"))) {
      throw AwsError.refused(
          "ConcurrentModificationException",
          "Update table failed due to concurrent modifications.");
    }
    String database = request.path("DatabaseName").textValue();
    if (!request.path("SkipArchive").booleanValue()) {
      archived.merge(database + "." + input.path("Name").textValue(), 1, Integer::sum);
    }
    int version = Integer.parseInt(current.path("VersionId").textValue()) + 1;
    store(database, input, version, current.path("CreateTime").longValue());
    return JsonService.JSON.createObjectNode();
  }

  ObjectNode delete(ObjectNode request) {
    String name = request.path("Name").textValue();
    require(request, name);
    tables.get(request.path("DatabaseName").textValue()).remove(name);
    return JsonService.JSON.createObjectNode();
  }

  Optional<ObjectNode> find(String database, String name) {
    return Optional.ofNullable(tables.getOrDefault(database, Map.of()).get(name));
  }

  int archivedVersions(String database, String name) {
    return archived.getOrDefault(database + "." + name, 0);
  }

  private ObjectNode require(ObjectNode request, String name) {
    return find(request.path("DatabaseName").textValue(), name)
        .orElseThrow(
            () -> AwsError.refused("EntityNotFoundException", "Table " + name + " not found."));
  }

  private void store(String database, ObjectNode input, int version, long createTime) {
    ObjectNode table =
        input
            .deepCopy()
            .put("DatabaseName", database)
            .put("CatalogId", Account.ID)
            .put("CreateTime", createTime)
            .put("UpdateTime", Instant.now().getEpochSecond())
            .put("VersionId", Integer.toString(version));
    tables
        .computeIfAbsent(database, _ -> new TreeMap<>())
        .put(input.path("Name").textValue(), table);
  }
}
