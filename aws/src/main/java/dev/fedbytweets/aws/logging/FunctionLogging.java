package dev.fedbytweets.aws.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.composite.loggingevent.KeyValuePairsJsonProvider;
import net.logstash.logback.composite.loggingevent.LogLevelJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggerNameJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventFormattedTimestampJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventJsonProviders;
import net.logstash.logback.composite.loggingevent.LoggingEventThreadNameJsonProvider;
import net.logstash.logback.composite.loggingevent.MdcJsonProvider;
import net.logstash.logback.composite.loggingevent.MessageJsonProvider;
import net.logstash.logback.composite.loggingevent.StackTraceJsonProvider;
import net.logstash.logback.composite.loggingevent.ThrowableClassNameJsonProvider;
import net.logstash.logback.composite.loggingevent.mdc.BooleanMdcEntryWriter;
import net.logstash.logback.composite.loggingevent.mdc.LongMdcEntryWriter;
import net.logstash.logback.composite.loggingevent.mdc.MdcEntryWriter;
import net.logstash.logback.composite.loggingevent.mdc.RegexFilteringMdcEntryWriter;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;

/// Logback's configuration, unless `logback.configurationFile` names another: one line of JSON on
/// standard output for each event, under the key names that Powertools for AWS Lambda made usual.
/// In code, since an XML file took a cold function a tenth of a second. Logback finds this class as
/// a service.
public final class FunctionLogging extends ContextAwareBase implements Configurator {

  private static final String SERVICE = "POWERTOOLS_SERVICE_NAME";
  private static final String FUNCTION = "AWS_LAMBDA_FUNCTION_NAME";
  private static final String LEVEL = "POWERTOOLS_LOG_LEVEL";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    String file = System.getProperty("logback.configurationFile", "");
    if (!file.isBlank()) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    Map<String, String> environment = System.getenv();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console(context, environment));
    context
        .getLogger("dev.fedbytweets")
        .setLevel(Level.toLevel(environment.get(LEVEL), Level.INFO));
    // Says at every start that metrics of Hadoop are not there.
    context.getLogger("org.apache.iceberg.aws.s3.S3FileIO").setLevel(Level.ERROR);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> console(
      LoggerContext context, Map<String, String> environment) {
    LoggingEventCompositeJsonEncoder encoder = new LoggingEventCompositeJsonEncoder();
    encoder.setContext(context);
    encoder.setProviders(fields(service(environment)));
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("stdout");
    console.setEncoder(encoder);
    console.start();
    return console;
  }

  private static String service(Map<String, String> environment) {
    return environment.getOrDefault(SERVICE, environment.getOrDefault(FUNCTION, "fedbytweets"));
  }

  private static LoggingEventJsonProviders fields(String service) {
    LoggingEventFormattedTimestampJsonProvider timestamp =
        new LoggingEventFormattedTimestampJsonProvider();
    timestamp.setFieldName("timestamp");
    timestamp.setTimeZone("UTC");
    MdcJsonProvider context = new MdcJsonProvider();
    context.addMdcEntryWriter(only("cold_start", new BooleanMdcEntryWriter()));
    context.addMdcEntryWriter(only("function_memory_size", new LongMdcEntryWriter()));
    LoggerNameJsonProvider logger = new LoggerNameJsonProvider();
    logger.setFieldName("logger");
    LoggingEventThreadNameJsonProvider thread = new LoggingEventThreadNameJsonProvider();
    thread.setFieldName("thread");
    ThrowableClassNameJsonProvider error = new ThrowableClassNameJsonProvider();
    error.setFieldName("error");
    error.setUseSimpleClassName(false);
    ShortenedThrowableConverter trace = new ShortenedThrowableConverter();
    trace.setMaxDepthPerThrowable(30);
    trace.setMaxLength(16_384);
    trace.start();
    StackTraceJsonProvider stackTrace = new StackTraceJsonProvider();
    stackTrace.setThrowableConverter(trace);

    LoggingEventJsonProviders fields = new LoggingEventJsonProviders();
    fields.addTimestamp(timestamp);
    fields.addLogLevel(new LogLevelJsonProvider());
    fields.addMessage(new MessageJsonProvider());
    fields.addProvider(new Service(service));
    fields.addMdc(context);
    fields.addKeyValuePairs(new KeyValuePairsJsonProvider());
    fields.addLoggerName(logger);
    fields.addThreadName(thread);
    fields.addThrowableClassName(error);
    fields.addStackTrace(stackTrace);
    return fields;
  }

  private static MdcEntryWriter only(String name, MdcEntryWriter writer) {
    RegexFilteringMdcEntryWriter filter = new RegexFilteringMdcEntryWriter();
    filter.setIncludeMdcKeyPattern(name);
    filter.addMdcEntryWriter(writer);
    return filter;
  }

  /// The same in every line.
  private static final class Service extends AbstractJsonProvider<ILoggingEvent> {

    private final String name;

    Service(String name) {
      this.name = name;
    }

    @Override
    public void writeTo(JsonGenerator generator, ILoggingEvent event) throws IOException {
      generator.writeStringField("service", name);
    }
  }
}
