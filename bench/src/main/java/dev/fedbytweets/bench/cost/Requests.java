package dev.fedbytweets.bench.cost;

import java.net.URI;

/// Counted requests, by what they cost.
///
/// @param writes S3: PUT, POST and LIST
/// @param reads S3: GET and HEAD
/// @param deletes S3: free
/// @param glue to the catalog
/// @param secrets to Secrets Manager
record Requests(long writes, long reads, long deletes, long glue, long secrets) {

  static final Requests NONE = new Requests(0, 0, 0, 0, 0);
  static final Requests GLUE = new Requests(0, 0, 0, 1, 0);
  static final Requests SECRETS = new Requests(0, 0, 0, 0, 1);

  private static final Requests WRITE = new Requests(1, 0, 0, 0, 0);
  private static final Requests READ = new Requests(0, 1, 0, 0, 0);
  private static final Requests DELETE = new Requests(0, 0, 1, 0, 0);

  /// A request to S3, the bucket standing in the path.
  static Requests s3(String method, URI request) {
    boolean isOfBucket = request.getPath().chars().filter(c -> c == '/').count() < 2;
    String query = String.valueOf(request.getQuery());
    return switch (method) {
      case "GET" -> isOfBucket || query.contains("list-type") ? WRITE : READ;
      case "HEAD" -> READ;
      case "DELETE" -> DELETE;
      case "POST" -> query.startsWith("delete") ? DELETE : WRITE;
      default -> WRITE;
    };
  }

  Requests plus(Requests other) {
    return new Requests(
        writes + other.writes,
        reads + other.reads,
        deletes + other.deletes,
        glue + other.glue,
        secrets + other.secrets);
  }

  Requests minus(Requests other) {
    return new Requests(
        writes - other.writes,
        reads - other.reads,
        deletes - other.deletes,
        glue - other.glue,
        secrets - other.secrets);
  }

  /// All of them: each is waited for.
  long all() {
    return writes + reads + deletes + glue + secrets;
  }
}
