package dev.fedbytweets.tables.io;

import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/// File access that keeps the metadata files which it wrote or read, so that none is asked for
/// twice: after each commit Iceberg reads again what it has just written. A file of a table
/// never changes, and no name is used twice; so what is kept stays true, and nobody has to look
/// whether a new file is there already. Named in the catalog's properties, and made by Iceberg.
public final class KeepingFileIO implements FileIO {

  private static final long serialVersionUID = 1L;

  private static final String DELEGATE = "fedbytweets.file-io";
  private static final String METADATA = "/metadata/";

  private final KeptFiles kept = new KeptFiles();
  private FileIO files;

  /// Puts this file access before the one that a catalog's properties name.
  ///
  /// @return the changed properties; unchanged if they name none
  public static Map<String, String> before(Map<String, String> properties) {
    String delegate = properties.get(CatalogProperties.FILE_IO_IMPL);
    Map<String, String> changed = new HashMap<>(properties);
    if (delegate != null) {
      changed.put(DELEGATE, delegate);
      changed.put(CatalogProperties.FILE_IO_IMPL, KeepingFileIO.class.getName());
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
        ? new KeptInputFile(location, () -> files.newInputFile(location), kept)
        : files.newInputFile(location);
  }

  @Override
  public InputFile newInputFile(String location, long length) {
    return isMetadata(location) && length <= KeptFiles.LARGEST
        ? new KeptInputFile(location, () -> files.newInputFile(location, length), kept)
        : files.newInputFile(location, length);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    OutputFile file = files.newOutputFile(location);
    return isMetadata(location) ? new KeptOutputFile(file, kept) : new NewOutputFile(file);
  }

  @Override
  public void deleteFile(String location) {
    kept.remove(location);
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
