package dev.fedbytweets.xstandin.compliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.json.XJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A compliance job. Used under the lock of [JobRequests].
final class StandInJob {

  private static final Logger LOG = LoggerFactory.getLogger(StandInJob.class);
  private static final Duration UPLOAD = Duration.ofMinutes(15);
  private static final Duration DOWNLOAD = Duration.ofDays(7);

  final String id;
  final String type;
  final boolean isResumable;

  private final String name;
  private final Instant createdAt;
  private final ByteArrayOutputStream list = new ByteArrayOutputStream();
  private Instant uploadedAt;
  private Duration work = Duration.ZERO;
  private boolean isFailed;

  StandInJob(String id, String type, String name, boolean isResumable, Instant createdAt) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.isResumable = isResumable;
    this.createdAt = createdAt;
  }

  String status(Instant now) {
    if (uploadedAt == null) {
      return isUploadOver(now) ? "expired" : "created";
    }
    if (now.isBefore(uploadedAt.plus(work))) {
      return "in_progress";
    }
    return isFailed ? "failed" : "complete";
  }

  boolean isRunning(Instant now) {
    return status(now).equals("created") || status(now).equals("in_progress");
  }

  boolean isUploadOver(Instant now) {
    return !now.isBefore(createdAt.plus(UPLOAD));
  }

  boolean isDownloadOver(Instant now) {
    return !now.isBefore(createdAt.plus(DOWNLOAD));
  }

  /// How much of the list has come.
  int stored() {
    return list.size();
  }

  /// Nothing of the list has come.
  void startOver() {
    list.reset();
  }

  void store(byte[] bytes, int from, int length) {
    list.write(bytes, from, length);
  }

  /// The list is whole.
  void uploaded(Instant now, Duration time, boolean fails) {
    uploadedAt = now;
    work = time;
    isFailed = fails;
    LOG.atDebug().addKeyValue("bytes", list.size()).log("a list is uploaded");
  }

  boolean isUploaded() {
    return uploadedAt != null;
  }

  String list() {
    return list.toString(StandardCharsets.UTF_8);
  }

  /// @param storage where lists and results lie
  ObjectNode json(Instant now, String storage) {
    ObjectNode job = XJson.object();
    job.put("id", id).put("type", type);
    if (name != null) {
      job.put("name", name);
    }
    job.put("resumable", isResumable).put("status", status(now));
    job.put("created_at", XJson.time(createdAt));
    job.put("upload_url", storage + JobStorage.upload(this));
    job.put("upload_expires_at", XJson.time(createdAt.plus(UPLOAD)));
    job.put("download_url", storage + JobStorage.download(this));
    job.put("download_expires_at", XJson.time(createdAt.plus(DOWNLOAD)));
    return job;
  }
}
