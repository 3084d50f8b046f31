package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.Gzip;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.PageContents;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.core.storage.PageRequest;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.gettweets.checkpoint.Checkpoint;
import dev.fedbytweets.gettweets.checkpoint.StoredPage;
import dev.fedbytweets.gettweets.x.Envelope;
import dev.fedbytweets.gettweets.x.SearchRequest;
import dev.fedbytweets.xclient.XResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The raw pages: the bytes that X sent, gzipped, with the page's metadata; in quarantine, just so,
/// those that cannot be read. A page that is stored is never changed.
final class PageStore {

  private final ObjectStore store;

  PageStore(ObjectStore store) {
    this.store = store;
  }

  /// Stores a response of X, byte for byte.
  ///
  /// @return the page as it is stored
  /// @throws RetryableException if there is a page under this key already, and then it is
  ///     unchanged
  StoredPage store(PageKey key, SearchRequest request, XResponse response, Envelope envelope) {
    PageMetadata metadata = metadata(request, response, contents(envelope));
    write(key.key(), response, metadata);
    return stored(metadata, envelope);
  }

  /// Quarantines an answer that cannot be read, byte for byte. It takes the number of the page that
  /// it should have been.
  ///
  /// @param seen what can be seen of a page; null if the answer has nothing of one. Of a page any
  ///     part of which is seen X may charge as many posts as were asked for, and as many count.
  /// @throws RetryableException if there is one under this key already, or the page
  StoredPage quarantine(
      PageKey key, SearchRequest request, XResponse response, @Nullable Envelope seen) {
    PageContents contents =
        seen == null
            ? new PageContents(null, null, null, 0, 0, 0, 0)
            : new PageContents(
                null,
                seen.newestId(),
                seen.oldestId(),
                request.pageSize(),
                seen.users(),
                0,
                seen.media());
    if (isStored(key)) {
      throw storedMeanwhile(key.key());
    }
    PageMetadata metadata = metadata(request, response, contents);
    write(LakeLayout.quarantined(key), response, metadata);
    return new StoredPage(metadata, List.of(), StoredPage.End.UNREADABLE);
  }

  private void write(String key, XResponse response, PageMetadata metadata) {
    if (store.writeIfAbsent(key, Gzip.compress(response.body()), metadata.toMap()).isEmpty()) {
      throw storedMeanwhile(key);
    }
  }

  private RetryableException storedMeanwhile(String key) {
    return new RetryableException(
        "%s was stored by another invocation meanwhile".formatted(store.describe(key)));
  }

  /// Whether a page is stored that can be read.
  boolean isStored(PageKey key) {
    return store.read(key.key()).isPresent();
  }

  /// A page or, if that could not be read, what is quarantined in its place; empty if neither is
  /// stored.
  Optional<StoredPage> find(PageKey key) {
    return store
        .read(key.key())
        .map(object -> stored(metadata(key.key(), object), object))
        .or(() -> findQuarantined(LakeLayout.quarantined(key)));
  }

  private Optional<StoredPage> findQuarantined(String key) {
    return store
        .read(key)
        .map(object -> new StoredPage(metadata(key, object), List.of(), StoredPage.End.UNREADABLE));
  }

  /// The first page, or what is quarantined in its place, that a checkpoint does not know yet: its
  /// run stored it after the checkpoint was saved. Empty if there is none.
  Optional<StoredPage> nextUnknown(Checkpoint checkpoint) {
    return checkpoint.window() == null
        ? Optional.empty()
        : checkpoint.nextPage().flatMap(this::find);
  }

  private PageMetadata metadata(String key, StoredObject object) {
    return PageMetadata.ofMap(store.describe(key), object.metadata());
  }

  private static StoredPage stored(PageMetadata metadata, StoredObject object) {
    try {
      return stored(metadata, Envelope.read(Gzip.decompress(object.body())));
    } catch (IOException _) {
      // Asking for what may follow costs nothing if there is nothing.
      return new StoredPage(metadata, List.of(), StoredPage.End.UNKNOWN);
    }
  }

  private static StoredPage stored(PageMetadata metadata, Envelope envelope) {
    return new StoredPage(
        metadata,
        envelope.ids(),
        envelope.hasMeta() ? StoredPage.End.SAID : StoredPage.End.UNKNOWN);
  }

  /// The pages that a run has stored or quarantined, ascending by number.
  List<PageKey> ofRun(SubjectName subject, Run run) {
    String folder = LakeLayout.pages(subject, run.date(), run.name());
    try (Stream<String> pages = store.list(folder, "");
        Stream<String> quarantined = store.list(LakeLayout.QUARANTINE + folder, "")) {
      return Stream.concat(
              pages, quarantined.map(key -> key.substring(LakeLayout.QUARANTINE.length())))
          .map(PageKey::find)
          .flatMap(Optional::stream)
          .distinct()
          .sorted(Comparator.comparingInt(PageKey::number))
          .toList();
    }
  }

  private static PageMetadata metadata(
      SearchRequest request, XResponse response, PageContents contents) {
    return new PageMetadata(
        response.retrievedAt(),
        true,
        sha256(response.body()),
        response.status(),
        new PageRequest(
            response.requestedAt(),
            request.query(),
            request.sinceId(),
            request.untilId(),
            request.token(),
            request.pageSize(),
            request.vocabulary().word()),
        contents,
        response.rateLimit());
  }

  private static PageContents contents(Envelope envelope) {
    return new PageContents(
        envelope.nextToken(),
        envelope.newestId(),
        envelope.oldestId(),
        envelope.posts(),
        envelope.users(),
        envelope.partialErrors(),
        envelope.media());
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
