package dev.fedbytweets.awsstandins;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// The databases of [GlueDouble].
final class GlueDatabases {

  private final Map<String, ObjectNode> databases = new TreeMap<>();

  ObjectNode create(ObjectNode request) {
    ObjectNode input = (ObjectNode) request.path("DatabaseInput");
    String name = input.path("Name").textValue();
    if (databases.containsKey(name)) {
      throw AwsError.refused("AlreadyExistsException", "Database already exists: " + name);
    }
    databases.put(name, stored(input));
    return JsonService.JSON.createObjectNode();
  }

  ObjectNode get(ObjectNode request) {
    return JsonService.JSON
        .createObjectNode()
        .set("Database", require(request.path("Name").textValue()));
  }

  ObjectNode list() {
    ArrayNode list = JsonService.JSON.createArrayNode();
    list.addAll(databases.values());
    return JsonService.JSON.createObjectNode().set("DatabaseList", list);
  }

  ObjectNode update(ObjectNode request) {
    String name = request.path("Name").textValue();
    require(name);
    databases.put(name, stored((ObjectNode) request.path("DatabaseInput")));
    return JsonService.JSON.createObjectNode();
  }

  ObjectNode delete(ObjectNode request) {
    String name = request.path("Name").textValue();
    require(name);
    databases.remove(name);
    return JsonService.JSON.createObjectNode();
  }

  /// The database of this name.
  ///
  /// @throws AwsError if there is none
  ObjectNode require(String name) {
    ObjectNode database = databases.get(name);
    if (database == null) {
      throw AwsError.refused("EntityNotFoundException", "Database " + name + " not found.");
    }
    return database;
  }

  private static ObjectNode stored(ObjectNode input) {
    return input
        .deepCopy()
        .put("CatalogId", Account.ID)
        .put("CreateTime", Instant.now().getEpochSecond());
  }
}
