package dev.fedbytweets.aws.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunctionLoggingTest {

  private static final String FILE = "logback.configurationFile";

  private final LoggerContext context = new LoggerContext();
  private final String before = System.getProperty(FILE, "");

  @BeforeEach
  void noFile() {
    System.setProperty(FILE, "");
  }

  @AfterEach
  void restore() {
    System.setProperty(FILE, before);
  }

  @Test
  void logbackFindsIt() {
    assertThat(ServiceLoader.load(Configurator.class)).hasOnlyElementsOfType(FunctionLogging.class);
  }

  @Test
  void ourLinesAreWrittenFromInfoOnAndThoseOfOthersFromWarn() {
    ExecutionStatus status = new FunctionLogging().configure(context);

    assertThat(status).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    assertThat(root.getAppender("stdout").isStarted()).isTrue();
    assertThat(context.getLogger("dev.fedbytweets.aws").getEffectiveLevel()).isEqualTo(Level.INFO);
    assertThat(context.getLogger("org.apache.iceberg").getEffectiveLevel()).isEqualTo(Level.WARN);
  }

  @Test
  void aFileThatIsNamedComesFirst() {
    System.setProperty(FILE, "logback-local.xml");

    assertThat(new FunctionLogging().configure(context))
        .isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
    assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().hasNext())
        .isFalse();
  }
}
