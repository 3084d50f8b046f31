package dev.fedbytweets.xstandin.compliance;

import dev.fedbytweets.xstandin.endpoint.Answer;
import dev.fedbytweets.xstandin.endpoint.Answer.Delivery;
import dev.fedbytweets.xstandin.endpoint.Parameters;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where lists are uploaded to and results downloaded from: as Google's object storage behaves
/// behind X's signed addresses, with its resumable uploads. Safe for use by several threads.
public final class JobStorage {

  /// The path below which all of it lies.
  public static final String PATH = "/storage/";

  /// All parts of a resumable upload but the last are multiples of this, in bytes.
  public static final int UNIT = 256 * 1024;

  private static final Pattern TARGET = Pattern.compile("/storage/(\\d+)/(submission|delivery)");
  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+|\\*)");
  private static final String SESSION = "upload_id";

  private final JobRequests jobs;
  private final StandInCompliance rules;
  private final Supplier<String> storage;

  /// @param storage its own address, without a slash at the end
  public JobStorage(JobRequests jobs, StandInCompliance rules, Supplier<String> storage) {
    this.jobs = jobs;
    this.rules = rules;
    this.storage = storage;
  }

  static String upload(StandInJob job) {
    return PATH + job.id + "/submission?X-Goog-Expires=900&X-Goog-Signature=a" + job.id;
  }

  static String download(StandInJob job) {
    return PATH + job.id + "/delivery?X-Goog-Expires=604800&X-Goog-Signature=b" + job.id;
  }

  /// The right answer.
  ///
  /// @param headers by lower-case name
  public Answer answer(
      String method,
      String path,
      Parameters parameters,
      Map<String, String> headers,
      byte[] body,
      Instant now) {
    Matcher target = TARGET.matcher(path);
    if (headers.containsKey("authorization")) {
      return refused(400, "InvalidSecurity");
    }
    if (!target.matches() || jobs.job(target.group(1)).isEmpty()) {
      return refused(404, "NoSuchKey");
    }
    StandInJob job = jobs.job(target.group(1)).orElseThrow();
    boolean isUpload = target.group(2).equals("submission");
    String signature = (isUpload ? "a" : "b") + job.id;
    if (!parameters.value("X-Goog-Signature").orElse("").equals(signature)) {
      return refused(403, "SignatureDoesNotMatch");
    }
    synchronized (jobs) {
      if (!isUpload) {
        return method.equals("GET") ? results(job, now) : refused(403, "SignatureDoesNotMatch");
      }
      return job.isUploadOver(now) && parameters.value(SESSION).isEmpty()
          ? refused(400, "ExpiredToken")
          : upload(job, method, parameters, headers, body, now);
    }
  }

  private Answer results(StandInJob job, Instant now) {
    if (job.isDownloadOver(now)) {
      return refused(400, "ExpiredToken");
    }
    return job.status(now).equals("complete")
        ? Answer.of(200, "application/octet-stream", rules.results(job.type, job.list()))
        : refused(404, "NoSuchKey");
  }

  private Answer upload(
      StandInJob job,
      String method,
      Parameters parameters,
      Map<String, String> headers,
      byte[] body,
      Instant now) {
    if (method.equals("POST") && "start".equals(headers.get("x-goog-resumable"))) {
      return job.isResumable ? started(job) : refused(403, "SignatureDoesNotMatch");
    }
    boolean isInSession = parameters.value(SESSION).isPresent();
    if (!method.equals("PUT") || isInSession != job.isResumable) {
      return refused(403, "SignatureDoesNotMatch");
    }
    if (job.isUploaded()) {
      return Answer.text(200, "");
    }
    String range = headers.getOrDefault("content-range", whole(body));
    return part(job, range, body, now);
  }

  private Answer started(StandInJob job) {
    job.startOver();
    return Answer.text(201, "")
        .with("location", storage.get() + upload(job) + "&" + SESSION + "=s" + job.id);
  }

  private Answer part(StandInJob job, String range, byte[] body, Instant now) {
    Matcher numbers = RANGE.matcher(range);
    if (!numbers.matches()) {
      return refused(400, "InvalidArgument");
    }
    boolean isLast = !numbers.group(3).equals("*");
    if (numbers.group(1) != null) {
      long from = Long.parseLong(numbers.group(1));
      boolean isWrong =
          from > job.stored()
              || Long.parseLong(numbers.group(2)) - from + 1 != body.length
              || !isLast && body.length % UNIT != 0;
      if (isWrong) {
        return refused(400, "InvalidArgument");
      }
      int known = (int) Math.min(body.length, job.stored() - from);
      int rest = body.length - known;
      if (rules.takeCut()) {
        job.store(body, known, isLast ? rest / 2 : rest / 2 / UNIT * UNIT);
        return Answer.text(500, "").delivered(Delivery.NOTHING);
      }
      job.store(body, known, rest);
    }
    if (isLast && Long.parseLong(numbers.group(3)) == job.stored()) {
      job.uploaded(now, rules.work(), rules.takeFailure());
      return Answer.text(200, "");
    }
    Answer more = Answer.text(308, "");
    return job.stored() == 0 ? more : more.with("range", "bytes=0-" + (job.stored() - 1));
  }

  /// The range of a list that comes at once.
  private static String whole(byte[] body) {
    return body.length == 0 ? "bytes */0" : "bytes 0-%d/%d".formatted(body.length - 1, body.length);
  }

  private static Answer refused(int status, String code) {
    return Answer.of(
        status,
        "application/xml; charset=UTF-8",
        "<?xml version='1.0' encoding='UTF-8'?><Error><Code>%s</Code></Error>".formatted(code));
  }
}
