package dev.fedbytweets.tables.io;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.apache.iceberg.util.PropertyUtil;

/// File access that caches metadata files as they are written and read: after each commit Iceberg
/// reads again what it has just written. A table's file never changes and no name is used twice,
/// so the cache is never stale and new files are created without a look whether they exist.
///
/// Where each read is a request, data files that are not large are read whole and cached, too: a
/// merge reads a file twice, footer, some columns and all columns each by themselves.
///
/// Iceberg creates this class; the catalog's properties name it.
public final class CachingFileIO implements SupportsPrefixOperations {

  private static final long serialVersionUID = 1L;

  /// The property with the largest size, in bytes, of a data file that is read whole; 0 if it is
  /// missing.
  public static final String WHOLE_BYTES = "fedbytweets.file-io.whole-bytes";

  private static final String DELEGATE = "fedbytweets.file-io";
  private static final String METADATA = "/metadata/";

  private static final int LARGEST_METADATA = 4 << 20;
  private static final int MOST_METADATA = 16 << 20;
  private static final int MOST_DATA = 32 << 20;

  private final FileCache metadata = new FileCache(LARGEST_METADATA, MOST_METADATA);
  private FileCache data = new FileCache(0, 0);
  private FileIO files;

  /// Puts this file access before the one that a catalog's properties name.
  ///
  /// @return the changed properties; unchanged if they name none
  public static Map<String, String> before(Map<String, String> properties) {
    String delegate = properties.get(CatalogProperties.FILE_IO_IMPL);
    Map<String, String> changed = new HashMap<>(properties);
    if (delegate != null) {
      changed.put(DELEGATE, delegate);
      changed.put(CatalogProperties.FILE_IO_IMPL, CachingFileIO.class.getName());
    }
    return changed;
  }

  @Override
  public void initialize(Map<String, String> properties) {
    data = new FileCache(PropertyUtil.propertyAsInt(properties, WHOLE_BYTES, 0), MOST_DATA);
    files = CatalogUtil.loadFileIO(properties.get(DELEGATE), properties, null);
  }

  @Override
  public Map<String, String> properties() {
    return files.properties();
  }

  @Override
  public InputFile newInputFile(String location) {
    return isMetadata(location)
        ? new CachedInputFile(location, () -> files.newInputFile(location), metadata)
        : files.newInputFile(location);
  }

  @Override
  public InputFile newInputFile(String location, long length) {
    FileCache cache = isMetadata(location) ? metadata : data;
    return cache.takes(length)
        ? new CachedInputFile(location, () -> files.newInputFile(location, length), cache)
        : files.newInputFile(location, length);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    OutputFile file = files.newOutputFile(location);
    return isMetadata(location)
        ? new CachedOutputFile(file, metadata)
        : new OverwritingOutputFile(file);
  }

  @Override
  public void deleteFile(String location) {
    metadata.remove(location);
    data.remove(location);
    files.deleteFile(location);
  }

  /// @throws UnsupportedOperationException if the file access behind this one cannot list files
  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    return listing().listPrefix(prefix);
  }

  /// @throws UnsupportedOperationException if the file access behind this one cannot list files
  @Override
  public void deletePrefix(String prefix) {
    listing().listPrefix(prefix).forEach(file -> deleteFile(file.location()));
  }

  private SupportsPrefixOperations listing() {
    if (files instanceof SupportsPrefixOperations listing) {
      return listing;
    }
    throw new UnsupportedOperationException(files.getClass().getName() + " cannot list files");
  }

  @Override
  public void close() {
    files.close();
  }

  private static boolean isMetadata(String location) {
    return location.contains(METADATA);
  }
}
