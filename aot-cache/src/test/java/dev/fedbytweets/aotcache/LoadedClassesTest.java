package dev.fedbytweets.aotcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedClassesTest {

  @TempDir private Path directory;

  @Test
  void classesAreCountedByTheirSourceAndGeneratedOnesNotAtAll() throws Exception {
    Path log = directory.resolve("classes.log");
    Files.writeString(
        log,
        """
        java.lang.Object source: shared objects file
        a.B source: shared objects file
        a.C source: file:/image/lib/a.jar
        java.util.D source: jrt:/java.base
        jdk.proxy1.$Proxy0 source: __dynamic_proxy__
        java.lang.invoke.LambdaForm$MH/0x1 source: __JVM_LookupDefineClass__
        """);

    LoadedClasses classes = LoadedClasses.read(log);

    assertThat(classes.fromCache()).isEqualTo(2);
    assertThat(classes.elsewhere()).containsExactly("a.C", "java.util.D");
    assertThat(classes.share()).isEqualTo(0.5);
  }
}
