package dev.fedbytweets.aws.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.metrics.Metric;
import dev.fedbytweets.core.metrics.Metrics;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// Metrics as log lines in CloudWatch's embedded metric format: CloudWatch makes metrics of them
/// where they arrive, and no function calls it. Their namespace is [#NAMESPACE], their only
/// dimension `Environment`. Terraform's alarms and dashboard use the same names.
///
/// Each value is a line of its own, written and flushed at once, so it is not lost when the
/// function is killed later. Safe for use by several threads.
public final class EmbeddedMetrics implements Metrics {

  static final String NAMESPACE = "FedByTweets";
  static final String DIMENSION = "Environment";

  private final String environment;
  private final PrintStream log;
  private final InstantSource clock;

  /// Metrics of the environment that the settings name, on standard output.
  public static EmbeddedMetrics of(AwsSettings settings) {
    return new EmbeddedMetrics(settings.environment(), System.out, InstantSource.system());
  }

  /// @param environment the dimension's value
  /// @param log takes the lines, UTF-8
  EmbeddedMetrics(String environment, PrintStream log, InstantSource clock) {
    this.environment = environment;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void put(Metric metric, BigDecimal value) {
    byte[] line = (text(metric, value) + "\n").getBytes(StandardCharsets.UTF_8);
    // In one call, so that no other line comes in between.
    log.write(line, 0, line.length);
    log.flush();
  }

  private String text(Metric metric, BigDecimal value) {
    ObjectNode line = StepJson.MAPPER.createObjectNode();
    ObjectNode metadata = line.putObject("_aws").put("Timestamp", clock.millis());
    ObjectNode directive = metadata.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", NAMESPACE);
    directive.putArray("Dimensions").addArray().add(DIMENSION);
    directive.putArray("Metrics").addObject().put("Name", name(metric)).put("Unit", unit(metric));
    line.put(DIMENSION, environment);
    line.put(name(metric), value);
    try {
      return StepJson.MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can be written", e);
    }
  }

  static String name(Metric metric) {
    return switch (metric) {
      case GAPS -> "Gaps";
      case ROWS_QUARANTINED -> "RowsQuarantined";
      case PAYMENT_REQUIRED -> "PaymentRequired";
      case CLOCK_OFF -> "ClockOff";
      case POSTS_READ -> "PostsRead";
      case ESTIMATED_CHARGE_USD -> "EstimatedChargeUsd";
      case LIVE_FILES -> "LiveFiles";
      case DATA_BYTES -> "DataBytes";
      case METADATA_BYTES -> "MetadataBytes";
      case REQUEST_AGE_HOURS -> "RequestAgeHours";
    };
  }

  /// CloudWatch knows no currencies, and no hours.
  private static String unit(Metric metric) {
    return switch (metric) {
      case GAPS, ROWS_QUARANTINED, PAYMENT_REQUIRED, CLOCK_OFF, POSTS_READ, LIVE_FILES -> "Count";
      case ESTIMATED_CHARGE_USD, REQUEST_AGE_HOURS -> "None";
      case DATA_BYTES, METADATA_BYTES -> "Bytes";
    };
  }
}
