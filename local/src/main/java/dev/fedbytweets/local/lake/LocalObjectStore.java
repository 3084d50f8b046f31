package dev.fedbytweets.local.lake;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.storage.NewObject;
import dev.fedbytweets.core.storage.ObjectMetadata;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.ObjectVersion;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Objects as files of a folder; an object's metadata is in a file beside it,
/// `<name>.meta.json`. Writers of all processes take turns, so that one of several wins; readers
/// do not wait. A file is written elsewhere, forced to the disk and then put in its place, its
/// metadata before it; then the folder that names it is forced, and before that the folder above
/// each new one, so that a page that was stored outlasts a crash of the machine. Of many objects
/// that are written together, all are forced at once: see [BatchWrite].
public final class LocalObjectStore implements ObjectStore {

  static final String METADATA_ENDING = ".meta.json";

  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectReader TEXTS = JSON.readerForMapOf(String.class);

  private final Path root;
  private final Path unfinished;
  private final Path lockFile;
  private final DirectorySync directories;
  private final BatchSync batches;

  public LocalObjectStore(LakeDirectory lake) {
    this(lake, DirectorySync.DISK, BatchSync.DISK);
  }

  LocalObjectStore(LakeDirectory lake, DirectorySync directories, BatchSync batches) {
    this.directories = directories;
    this.batches = batches;
    this.root = lake.root();
    this.unfinished = lake.unfinished();
    this.lockFile = unfinished.resolve("writers.lock");
  }

  @Override
  public Optional<StoredObject> read(String key) {
    Path file = path(key);
    try {
      byte[] body = Files.readAllBytes(file);
      return Optional.of(new StoredObject(body, metadata(file), versionOf(body)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FileSystemException e) {
      if (Files.isDirectory(file) || !Files.exists(file)) {
        return Optional.empty();
      }
      throw unusable(key, e);
    } catch (IOException e) {
      if (Files.isDirectory(file)) {
        return Optional.empty();
      }
      throw unusable(key, e);
    }
  }

  @Override
  public Stream<String> list(String prefix, String after) {
    return new KeyListing(root, prefix, after).keys();
  }

  @Override
  public List<String> folders(String prefix) {
    Path folder = path(prefix);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(Files::isDirectory)
          .map(child -> child.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unusable(prefix, e);
    }
  }

  @Override
  public Optional<ObjectVersion> writeIfAbsent(
      String key, byte[] body, Map<String, String> metadata) {
    ObjectMetadata.requireFits(describe(key), metadata);
    return inTurn(
        key,
        () -> {
          Path file = path(key);
          if (Files.isDirectory(file)) {
            throw new MisconfiguredException("%s is a folder".formatted(describe(key)));
          }
          if (Files.exists(file)) {
            return Optional.empty();
          }
          directories.create(file.getParent());
          if (!metadata.isEmpty()) {
            put(metadataFile(file), metadata(metadata));
          }
          put(file, body);
          return Optional.of(versionOf(body));
        });
  }

  @Override
  public void writeAllIfAbsent(List<NewObject> objects) {
    if (objects.isEmpty()) {
      return;
    }
    objects.forEach(
        object -> ObjectMetadata.requireFits(describe(object.key()), object.metadata()));
    inTurn(
        objects.getFirst().key(),
        () -> {
          new BatchWrite(root, unfinished, batches).write(absent(objects));
          return Optional.empty();
        });
  }

  @Override
  public Optional<ObjectVersion> replace(
      String key, byte[] body, Map<String, String> metadata, ObjectVersion expected) {
    ObjectMetadata.requireFits(describe(key), metadata);
    return inTurn(
        key,
        () -> {
          Path file = path(key);
          if (!Files.exists(file) || !versionOf(Files.readAllBytes(file)).equals(expected)) {
            return Optional.empty();
          }
          if (!metadata.isEmpty()) {
            put(metadataFile(file), metadata(metadata));
          }
          put(file, body);
          if (metadata.isEmpty()) {
            Files.deleteIfExists(metadataFile(file));
          }
          return Optional.of(versionOf(body));
        });
  }

  @Override
  public void delete(String key) {
    inTurn(
        key,
        () -> {
          Path file = path(key);
          Files.deleteIfExists(metadataFile(file));
          if (Files.deleteIfExists(file)) {
            directories.force(file.getParent());
          }
          return Optional.empty();
        });
  }

  @Override
  public String describe(String key) {
    return path(key).toString();
  }

  /// The objects whose key is free, each key once.
  private List<NewObject> absent(List<NewObject> objects) {
    Map<String, NewObject> absent = new LinkedHashMap<>();
    objects.stream()
        .filter(object -> !Files.exists(path(object.key())))
        .forEach(object -> absent.putIfAbsent(object.key(), object));
    return List.copyOf(absent.values());
  }

  private Optional<ObjectVersion> inTurn(String key, Change change) {
    try {
      directories.create(unfinished);
      // A file lock keeps other processes out, the monitor other threads of this one.
      synchronized (LocalObjectStore.class) {
        try (FileChannel channel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock turn = channel.lock()) {
          return turn.isValid() ? change.make() : Optional.empty();
        }
      }
    } catch (IOException e) {
      throw unusable(key, e);
    }
  }

  private void put(Path file, byte[] body) throws IOException {
    Path written = unfinished.resolve(UUID.randomUUID().toString());
    try (FileChannel channel =
        FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(body);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    directories.force(file.getParent());
  }

  private Path path(String key) {
    return root.resolve(key);
  }

  /// The file with the metadata of an object.
  static Path metadataFile(Path file) {
    return file.resolveSibling(file.getFileName() + METADATA_ENDING);
  }

  /// What a file with metadata holds.
  static byte[] metadata(Map<String, String> metadata) throws IOException {
    return JSON.writeValueAsBytes(new TreeMap<>(metadata));
  }

  private static Map<String, String> metadata(Path file) throws IOException {
    byte[] metadata;
    try {
      metadata = Files.readAllBytes(metadataFile(file));
    } catch (NoSuchFileException e) {
      return Map.of();
    }
    return TEXTS.readValue(metadata);
  }

  private static ObjectVersion versionOf(byte[] body) {
    try {
      return new ObjectVersion(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private MisconfiguredException unusable(String key, IOException e) {
    return new MisconfiguredException(
        "cannot use %s: %s".formatted(describe(key), FileFailures.reason(e)), e);
  }

  @FunctionalInterface
  private interface Change {
    Optional<ObjectVersion> make() throws IOException;
  }
}
