package dev.fedbytweets.tables.io;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/// File access that caches metadata files as they are written and read: after each commit Iceberg
/// reads again what it has just written. A table's file never changes and no name is used twice,
/// so the cache is never stale and new files are created without a look whether they exist.
/// Iceberg creates this class; the catalog's properties name it.
public final class CachingFileIO implements FileIO {

  private static final long serialVersionUID = 1L;

  private static final String DELEGATE = "fedbytweets.file-io";
  private static final String METADATA = "/metadata/";

  private final MetadataFileCache cache = new MetadataFileCache();
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
    files = CatalogUtil.loadFileIO(properties.get(DELEGATE), properties, null);
  }

  @Override
  public Map<String, String> properties() {
    return files.properties();
  }

  @Override
  public InputFile newInputFile(String location) {
    return isMetadata(location)
        ? new CachedInputFile(location, () -> files.newInputFile(location), cache)
        : files.newInputFile(location);
  }

  @Override
  public InputFile newInputFile(String location, long length) {
    return isMetadata(location) && length <= MetadataFileCache.LARGEST
        ? new CachedInputFile(location, () -> files.newInputFile(location, length), cache)
        : files.newInputFile(location, length);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    OutputFile file = files.newOutputFile(location);
    return isMetadata(location)
        ? new CachedOutputFile(file, cache)
        : new OverwritingOutputFile(file);
  }

  @Override
  public void deleteFile(String location) {
    cache.remove(location);
    files.deleteFile(location);
  }

  @Override
  public void close() {
    files.close();
  }

  private static boolean isMetadata(String location) {
    return location.contains(METADATA);
  }
}
