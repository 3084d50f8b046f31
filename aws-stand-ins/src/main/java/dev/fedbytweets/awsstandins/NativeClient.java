package dev.fedbytweets.awsstandins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The native part of the runtime client. Each process would unpack it to one and the same file
/// in `/tmp`, as it may on Lambda; here processes start side by side, and one that loads what
/// another is writing crashes. So it is unpacked once, and every process gets its path.
final class NativeClient {

  private static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
  private static final Map<String, String> ARCHITECTURES =
      Map.of("amd64", "x86_64", "aarch64", "aarch_64");
  private static final Path FILE = unpack();

  private NativeClient() {}

  /// The environment of a process that uses it.
  static Map<String, String> environment() {
    return Map.of("JAVA_TOOL_OPTIONS", "-D%s=%s".formatted(PROPERTY, FILE));
  }

  private static Path unpack() {
    String architecture = System.getProperty("os.arch");
    String resource =
        "/jni/libaws-lambda-jni.linux-%s.so"
            .formatted(ARCHITECTURES.getOrDefault(architecture, architecture));
    try (InputStream library = NativeClient.class.getResourceAsStream(resource)) {
      Path file = Files.createTempFile("aws-lambda-jni", ".so");
      file.toFile().deleteOnExit();
      Files.write(file, library.readAllBytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
