package dev.fedbytweets.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.core.model.Entity;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.tables.schema.SilverDefinitions;
import dev.fedbytweets.tables.schema.TableDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.io.CloseableIterable;

/// The keys of posts, users and places, sorted, each as often as it occurs. The key of a post is
/// `subject/id`.
record Keys(List<String> posts, List<String> users, List<String> places) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  Keys {
    posts = posts.stream().sorted().toList();
    users = users.stream().sorted().toList();
    places = places.stream().sorted().toList();
  }

  /// The keys in the stored pages, each once.
  static Keys inPages(AwsAccount account) throws IOException {
    Map<Entity, TreeSet<String>> keys = new EnumMap<>(Entity.class);
    for (Entity entity : Entity.values()) {
      keys.put(entity, new TreeSet<>());
    }
    try (Stream<Path> files = Files.walk(account.file(LakeLayout.RAW))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json.gz")).toList()) {
        JsonNode page = page(file);
        String subject = account.file(LakeLayout.RAW).relativize(file).getName(0).toString();
        String prefix = subject.substring(subject.indexOf('=') + 1) + "/";
        page.path("data").forEach(post -> keys.get(Entity.TWEETS).add(prefix + id(post)));
        page.at("/includes/tweets").forEach(post -> keys.get(Entity.TWEETS).add(prefix + id(post)));
        page.at("/includes/users").forEach(user -> keys.get(Entity.USERS).add(id(user)));
        page.at("/includes/places").forEach(place -> keys.get(Entity.PLACES).add(id(place)));
      }
    }
    return new Keys(
        List.copyOf(keys.get(Entity.TWEETS)),
        List.copyOf(keys.get(Entity.USERS)),
        List.copyOf(keys.get(Entity.PLACES)));
  }

  /// The keys in the silver tables, as DuckDB reads their files.
  static Keys inSilver(AwsAccount account) throws IOException, SQLException {
    try (LakeTables tables = account.tables(AwsAccount.ENVIRONMENT + "_")) {
      return new Keys(
          column(account, tables, SilverDefinitions.TWEETS, "subject || '/' || id"),
          column(account, tables, SilverDefinitions.USERS, "CAST(id AS VARCHAR)"),
          column(account, tables, SilverDefinitions.PLACES, "id"));
    }
  }

  private static JsonNode page(Path file) throws IOException {
    try (InputStream content = new GZIPInputStream(Files.newInputStream(file))) {
      return JSON.readTree(content);
    }
  }

  private static String id(JsonNode row) {
    return row.path("id").asText();
  }

  private static List<String> column(
      AwsAccount account, LakeTables tables, TableDefinition<?> table, String expression)
      throws IOException, SQLException {
    List<String> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = tables.table(table).newScan().planFiles()) {
      tasks.forEach(task -> files.add("'" + account.file(task.file().location()) + "'"));
    }
    if (files.isEmpty()) {
      return List.of();
    }
    String sql =
        files.stream()
            .collect(
                Collectors.joining(", ", "SELECT " + expression + " FROM read_parquet([", "])"));
    List<String> values = new ArrayList<>();
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
