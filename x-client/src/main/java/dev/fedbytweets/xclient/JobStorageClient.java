package dev.fedbytweets.xclient;

import dev.fedbytweets.core.failure.RetryableException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;

/// Uploads lists to where X's signed addresses lead: Google's object storage, with resumable
/// uploads where the address takes them, and else in one piece.
final class JobStorageClient {

  static final MediaType TEXT = MediaType.get("text/plain");

  /// Of a whole list or of all results; they may be long, and there is no limit to that.
  private static final Duration LONGEST_REQUEST = Duration.ofMinutes(10);

  /// What a place answers that knows no resumable uploads.
  private static final Set<Integer> NOT_RESUMABLE = Set.of(404, 405, 501);

  private final XConnection connection;
  private final OkHttpClient client;

  JobStorageClient(XConnection connection) {
    this.connection = connection;
    this.client =
        connection
            .client()
            .newBuilder()
            .callTimeout(LONGEST_REQUEST)
            // All requests here may be repeated.
            .retryOnConnectionFailure(true)
            .build();
  }

  /// A call that may take long.
  Call download(Request request) {
    return client.newCall(request);
  }

  void upload(ComplianceJob job, IdentifierSource identifiers) {
    URI url = job.uploadUrl();
    try {
      Optional<String> session = job.isResumable() ? session(url) : Optional.empty();
      if (session.isPresent()) {
        ResumableUpload upload = new ResumableUpload(client, session.get());
        identifiers.forEach(upload::add);
        upload.finish();
      } else {
        uploadAtOnce(url, identifiers);
      }
    } catch (IOException e) {
      throw XFailures.noAnswer("the list of a compliance job", e, url);
    }
  }

  /// Where a resumable upload goes on; empty if this place knows none.
  private Optional<String> session(URI url) throws IOException {
    Request start =
        connection
            .requestTo(url)
            .header("x-goog-resumable", "start")
            .post(RequestBody.create(new byte[0], TEXT))
            .build();
    try (Response response = client.newCall(start).execute()) {
      if (NOT_RESUMABLE.contains(response.code())) {
        return Optional.empty();
      }
      String session = response.header("location");
      if (response.code() != 201 || session == null) {
        throw refused(url, response.code());
      }
      return Optional.of(session);
    }
  }

  private void uploadAtOnce(URI url, IdentifierSource identifiers) throws IOException {
    Request whole = connection.requestTo(url).put(new StreamedList(identifiers)).build();
    try (Response response = client.newCall(whole).execute()) {
      if (!response.isSuccessful()) {
        throw refused(url, response.code());
      }
    }
  }

  static RetryableException refused(URI url, int status) {
    return new RetryableException(
        "the list of a compliance job cannot be uploaded: %s answered %d"
            .formatted(url.getHost(), status));
  }

  /// A list as the body of a request, written as it is read.
  private static final class StreamedList extends RequestBody {

    private final IdentifierSource identifiers;

    StreamedList(IdentifierSource identifiers) {
      this.identifiers = identifiers;
    }

    @Override
    public MediaType contentType() {
      return TEXT;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try {
        identifiers.forEach(id -> write(sink, id));
      } catch (BrokenSinkException e) {
        throw e.broken;
      }
    }

    private static void write(BufferedSink sink, long id) {
      try {
        sink.writeString(id + "\n", StandardCharsets.US_ASCII);
      } catch (IOException e) {
        throw new BrokenSinkException(e);
      }
    }
  }

  /// Carries a failure of the connection past who reads the identifiers.
  private static final class BrokenSinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient IOException broken;

    BrokenSinkException(IOException broken) {
      super(broken);
      this.broken = broken;
    }
  }
}
