package dev.fedbytweets.aws.process;

import dev.fedbytweets.aws.AwsSettings;
import dev.fedbytweets.aws.glue.GlueCatalogSettings;
import dev.fedbytweets.aws.lambda.StepHandler;
import dev.fedbytweets.aws.secrets.SecretsManagerToken;
import dev.fedbytweets.aws.storage.S3ObjectStore;
import dev.fedbytweets.core.step.Counts;
import dev.fedbytweets.core.step.ProcessRawInput;
import dev.fedbytweets.core.step.ProcessRawOutput;
import dev.fedbytweets.core.step.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;

/// Uses every port once, wired as functions wire it. Public, since the runtime client creates it.
public final class ReachingHandler extends StepHandler<ProcessRawInput, ProcessRawOutput> {

  private final AwsSettings settings = AwsSettings.of(System.getenv());

  public ReachingHandler() {
    super(ProcessRawInput.class, InstantSource.system(), Duration.ZERO);
  }

  @Override
  protected ProcessRawOutput handle(ProcessRawInput input, Instant deadline, String requestId) {
    byte[] token =
        SecretsManagerToken.open(settings).get().value().getBytes(StandardCharsets.UTF_8);
    S3ObjectStore.open(settings).writeIfAbsent("state/token", token, Map.of());
    SupportsNamespaces catalog =
        (SupportsNamespaces)
            CatalogUtil.buildIcebergCatalog("lake", GlueCatalogSettings.properties(settings), null);
    catalog.createNamespace(Namespace.of(settings.environment() + "_bronze"));
    return new ProcessRawOutput(
        Progress.DONE,
        0,
        0,
        0,
        Counts.NONE,
        Counts.NONE,
        Counts.NONE,
        Counts.NONE,
        false,
        new TreeMap<>(),
        null);
  }
}
