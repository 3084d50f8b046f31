package dev.fedbytweets.xclient;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A compliance job as X describes it.
///
/// @param name that was given to it; empty if none was
/// @param isResumable whether an upload to its address can be resumed
/// @param uploadExpiresAt when no upload can begin any more; null if X does not say
/// @param downloadExpiresAt when the results go; null if X does not say
public record ComplianceJob(
    String id,
    String name,
    Status status,
    boolean isResumable,
    URI uploadUrl,
    @Nullable Instant uploadExpiresAt,
    URI downloadUrl,
    @Nullable Instant downloadExpiresAt) {

  /// How far a job is.
  public enum Status {
    /// It waits for its list.
    CREATED,
    /// X works on it.
    IN_PROGRESS,
    /// Its results can be downloaded.
    COMPLETE,
    /// X could not do it.
    FAILED,
    /// No list came in time, or its results are gone.
    EXPIRED
  }

  public ComplianceJob {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(uploadUrl, "uploadUrl");
    Objects.requireNonNull(downloadUrl, "downloadUrl");
  }

  /// Reads X's JSON.
  ///
  /// @return empty if it lacks anything that is needed
  static Optional<ComplianceJob> of(JsonNode json) {
    try {
      return Optional.of(
          new ComplianceJob(
              text(json, "id"),
              json.path("name").asText(""),
              Status.valueOf(text(json, "status").toUpperCase(Locale.ROOT)),
              json.path("resumable").asBoolean(true),
              URI.create(text(json, "upload_url")),
              time(json, "upload_expires_at"),
              URI.create(text(json, "download_url")),
              time(json, "download_expires_at")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether a list may still be uploaded.
  public boolean takesUpload(Instant now) {
    return status == Status.CREATED && (uploadExpiresAt == null || now.isBefore(uploadExpiresAt));
  }

  /// Whether its results can be downloaded.
  public boolean hasResults(Instant now) {
    return status == Status.COMPLETE
        && (downloadExpiresAt == null || now.isBefore(downloadExpiresAt));
  }

  private static String text(JsonNode json, String field) {
    String text = json.path(field).asText("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("no " + field);
    }
    return text;
  }

  private static @Nullable Instant time(JsonNode json, String field) {
    try {
      String text = json.path(field).asText("");
      return text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
