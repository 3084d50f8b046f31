package dev.fedbytweets.acceptance.permissions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.awsstandins.WireTap.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An action of IAM on a resource that a call needs, as AWS's service authorization reference
/// says. Resources are written as in the table of `terraform/README.md`.
///
/// @param action `s3:GetObject`
/// @param resource a key, a prefix to list, `table/<database>/<table>`, ...
record Use(String action, String resource) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RESULTS = "/" + AwsAccount.RESULTS;
  private static final String PAGE = "/" + AwsAccount.PAGE + "/";
  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  /// The suffix that AWS adds to the name of a secret.
  private static final String SUFFIX = "-AbCdEf";

  /// The permissions that a request to S3 needs, with the bucket in the path.
  static List<Use> ofS3(Call call) {
    String path = call.uri().getPath();
    String query = String.valueOf(call.uri().getQuery());
    int slash = path.indexOf('/', 1);
    String key = slash < 0 ? "" : path.substring(slash + 1);
    if (path.startsWith(RESULTS)) {
      return ofBucket(call, query, "results", "results/");
    }
    if (path.startsWith(PAGE)) {
      return ofObject(call, query, PAGE.substring(1) + key, AwsAccount.PAGE);
    }
    return key.isEmpty() ? ofBucket(call, query, "", "") : ofObject(call, query, key, key);
  }

  /// @param name of the bucket where it is listed as a whole
  /// @param before what the table writes before the bucket's keys
  private static List<Use> ofBucket(Call call, String query, String name, String before) {
    if (call.method().equals("GET") && query.contains("list-type=2")) {
      return List.of(new Use("s3:ListBucket", name + parameter(query, "prefix")));
    }
    if (call.method().equals("GET") && query.contains("versions")) {
      return List.of(new Use("s3:ListBucketVersions", name + parameter(query, "prefix")));
    }
    if (call.method().equals("POST") && query.startsWith("delete")) {
      String body = new String(call.body(), StandardCharsets.UTF_8);
      String action = body.contains("<VersionId>") ? "s3:DeleteObjectVersion" : "s3:DeleteObject";
      return KEY.matcher(body)
          .results()
          .map(match -> new Use(action, before + match.group(1)))
          .toList();
    }
    throw new AssertionError("not known what this needs: " + call.method() + " " + call.uri());
  }

  /// Without leave to list, S3 says 403 instead of 404.
  ///
  /// @param listed what that leave is for
  private static List<Use> ofObject(Call call, String query, String key, String listed) {
    return switch (call.method()) {
      case "GET", "HEAD" ->
          call.status() == 404
              ? List.of(new Use("s3:GetObject", key), new Use("s3:ListBucket", listed))
              : List.of(new Use("s3:GetObject", key));
      case "PUT", "POST" -> List.of(new Use("s3:PutObject", key));
      case "DELETE" ->
          List.of(
              new Use(
                  query.contains("uploadId") ? "s3:AbortMultipartUpload" : "s3:DeleteObject", key));
      default ->
          throw new AssertionError("not known what this needs: " + call.method() + " " + key);
    };
  }

  /// The permissions that a call of Glue needs: the action on the catalog, the database and the
  /// table.
  static List<Use> ofGlue(Call call) {
    JsonNode request = json(call);
    String operation = call.operation().orElseThrow();
    boolean isOfDatabase = operation.endsWith("Database");
    String database = request.path(isOfDatabase ? "Name" : "DatabaseName").textValue();
    List<String> resources = new ArrayList<>(List.of("catalog", "database/" + database));
    if (!isOfDatabase) {
      JsonNode table = request.path(request.has("Name") ? "Name" : "TableInput");
      String name = table.isTextual() ? table.textValue() : table.path("Name").textValue();
      resources.add("table/%s/%s".formatted(database, name));
    }
    return resources.stream().map(resource -> new Use("glue:" + operation, resource)).toList();
  }

  /// The permission that a call of Secrets Manager needs.
  static List<Use> ofSecrets(Call call) {
    String secret = json(call).path("SecretId").textValue() + SUFFIX;
    return List.of(new Use("secretsmanager:" + call.operation().orElseThrow(), "secret:" + secret));
  }

  private static JsonNode json(Call call) {
    try {
      return JSON.readTree(call.body());
    } catch (IOException e) {
      throw new AssertionError("not JSON", e);
    }
  }

  private static String parameter(String query, String name) {
    return Stream.of(query.split("&"))
        .filter(parameter -> parameter.startsWith(name + "="))
        .map(parameter -> parameter.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }
}
