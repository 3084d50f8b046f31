import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Changes the jars of the local lake so that a command starts sooner: `java build/QuickStart.java
/// FOLDER`. What it does not know stays as it is, and works.
///
/// - DuckDB and SQLite unpack their native library at each start. This system's goes into the
///   folder. DuckDB's jar loses all of its own: only then it looks among the JVM's libraries.
/// - The JVM's ahead-of-time cache holds no classes of before Java 6, because these must be
///   verified in the old way each time. Picocli's get what newer classes have: frames that say
///   which types are on the stack (JVM specification, 4.7.4).
public final class QuickStart {

  private static final int JAVA_6 = 50;
  private static final int CLASS_FILE_HEADER = 8;

  /// The names of a system and processor, as these libraries spell them.
  private record Platform(String duckDb, String sqlite) {}

  private static final Map<String, Platform> PLATFORMS =
      Map.of(
          "Linux amd64", new Platform("linux_amd64", "Linux/x86_64"),
          "Linux aarch64", new Platform("linux_arm64", "Linux/aarch64"));

  private QuickStart() {}

  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Platform here =
        PLATFORMS.get(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    rewrite(jar(folder, "picocli"), List.of());
    if (here != null) {
      String sqlite = "libsqlitejdbc.so";
      extract(
          jar(folder, "sqlite-jdbc"),
          "org/sqlite/native/%s/%s".formatted(here.sqlite(), sqlite),
          folder.resolve(sqlite));
      Path duckDb = jar(folder, "duckdb_jdbc");
      String library = "libduckdb_java.so";
      extract(duckDb, library + "_" + here.duckDb(), folder.resolve(library));
      rewrite(duckDb, List.of(library));
    }
  }

  private static Path jar(Path folder, String library) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, library + "-[0-9]*.jar")) {
      return jars.iterator().next();
    }
  }

  private static void extract(Path jar, String entry, Path target) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        InputStream library = from.getInputStream(from.getEntry(entry))) {
      Files.copy(library, target);
    }
  }

  /// Puts a new jar in the place of one, which other folders may share.
  ///
  /// @param dropped how the names of entries begin that are left out
  private static void rewrite(Path jar, List<String> dropped) throws IOException {
    Path rewritten = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile from = new ZipFile(jar.toFile());
        URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        OutputStream file = Files.newOutputStream(rewritten);
        ZipOutputStream to = new ZipOutputStream(file)) {
      for (ZipEntry entry : from.stream().map(ZipEntry.class::cast).toList()) {
        if (dropped.stream().noneMatch(entry.getName()::startsWith)) {
          byte[] content = from.getInputStream(entry).readAllBytes();
          to.putNextEntry(new ZipEntry(entry.getName()));
          to.write(isOld(entry.getName(), content) ? withFrames(content, classes) : content);
          to.closeEntry();
        }
      }
    }
    Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isOld(String name, byte[] content) {
    return name.endsWith(".class")
        && content.length > CLASS_FILE_HEADER
        && ((content[6] & 0xFF) << 8 | content[7] & 0xFF) < JAVA_6;
  }

  private static byte[] withFrames(byte[] old, URLClassLoader classes) {
    ClassFile file =
        ClassFile.of(
            StackMapsOption.GENERATE_STACK_MAPS,
            ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classes)
                    .orElse(ClassHierarchyResolver.defaultResolver())));
    // Frames are made for code that was built anew.
    ClassTransform builtAnew =
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
    ClassTransform newer =
        (type, element) -> {
          if (element instanceof ClassFileVersion) {
            type.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            type.with(element);
          }
        };
    return file.transformClass(file.parse(old), builtAnew.andThen(newer));
  }
}
