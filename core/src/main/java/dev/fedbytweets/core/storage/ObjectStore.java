package dev.fedbytweets.core.storage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where pages and state are kept: S3 on AWS, a directory locally. Keys are relative, their parts
/// separated by `/`. A write is visible whole or not at all, and once it returned it is durable.
/// Implementations are safe for use by several threads.
///
/// Every method may throw [dev.fedbytweets.core.failure.RetryableException] (throttling, faults
/// of the service, broken connections), [dev.fedbytweets.core.failure.MisconfiguredException]
/// (no such bucket or directory, no permission) and name the object in the message. After a
/// failed write the object may or may not be there.
public interface ObjectStore {

  /// How long a write takes at most: after that it has failed. A lease lasts for it.
  Duration LONGEST_WRITE = Duration.ofMinutes(1);

  /// The object under this key, or empty if there is none.
  Optional<StoredObject> read(String key);

  /// The keys that start with `prefix` and come after `after` in the order of their UTF-8 bytes,
  /// in this order.
  ///
  /// @param after only keys greater than this, `""` for all; need not exist
  /// @return lazy, reads on as it is consumed; the caller closes it
  Stream<String> list(String prefix, String after);

  /// The names between `prefix` and the next `/` of the keys that have one, each once, ascending:
  /// the folders below. Costs as much as there are folders, however much is in them.
  ///
  /// @param prefix ends with `/`
  List<String> folders(String prefix);

  /// Writes the object unless the key is taken; of several concurrent writers one wins.
  ///
  /// @param metadata names `[a-z0-9-]+`, values printable ASCII, together no more than
  ///     [ObjectMetadata#MOST_BYTES]
  /// @return the version that was written; empty if the key was taken, and then nothing was changed
  /// @throws dev.fedbytweets.core.failure.RejectedException if there is too much metadata
  Optional<ObjectVersion> writeIfAbsent(String key, byte[] body, Map<String, String> metadata);

  /// Writes those of some objects whose key is free, in any order, as [#writeIfAbsent] does. When
  /// it fails, some may be there.
  default void writeAllIfAbsent(List<NewObject> objects) {
    objects.forEach(object -> writeIfAbsent(object.key(), object.body(), object.metadata()));
  }

  /// Replaces the object if it is still this version; of several concurrent writers one wins. Its
  /// metadata is empty afterwards.
  ///
  /// @param expected as the object was read or written last
  /// @return the version that was written; empty if the object is another version now or is gone,
  ///     and then nothing was changed
  default Optional<ObjectVersion> replace(String key, byte[] body, ObjectVersion expected) {
    return replace(key, body, Map.of(), expected);
  }

  /// The same, with metadata. Where these are beside the object, they are replaced before it: when
  /// it fails, they may be there with the old body.
  ///
  /// @param metadata as of [#writeIfAbsent], all that the object has afterwards
  /// @throws dev.fedbytweets.core.failure.RejectedException if there is too much metadata
  Optional<ObjectVersion> replace(
      String key, byte[] body, Map<String, String> metadata, ObjectVersion expected);

  /// Removes the object with its metadata; does nothing if there is none. Where objects are
  /// versioned, its versions stay.
  void delete(String key);

  /// The object's full address, for messages: `s3://bucket/key` or a file's path.
  String describe(String key);
}
