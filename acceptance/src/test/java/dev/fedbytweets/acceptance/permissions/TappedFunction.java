package dev.fedbytweets.acceptance.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.acceptance.lambda.Functions;
import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.account.AwsAccount;
import dev.fedbytweets.awsstandins.Invocation;
import dev.fedbytweets.awsstandins.Invocation.Failed;
import dev.fedbytweets.awsstandins.Invocation.Succeeded;
import dev.fedbytweets.awsstandins.RuntimeApiDouble;
import dev.fedbytweets.awsstandins.WireTap;
import dev.fedbytweets.awsstandins.WireTap.Call;
import dev.fedbytweets.contracts.StepJson;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A function under the real runtime client, whose calls of AWS are recorded.
final class TappedFunction implements AutoCloseable {

  private final List<Use> uses = new ArrayList<>();
  private final List<WireTap> taps = new ArrayList<>();
  private final RuntimeApiDouble process;

  private TappedFunction(Function function, AwsAccount account, Map<String, String> settings)
      throws IOException {
    Map<String, String> environment = new HashMap<>(account.environment());
    environment.putAll(settings);
    environment.put("AWS_ENDPOINT_URL_S3", tap(account.s3(), Use::ofS3));
    environment.put("AWS_ENDPOINT_URL_GLUE", tap(account.glue(), Use::ofGlue));
    environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", tap(account.secrets(), Use::ofSecrets));
    process = Functions.process(function, environment);
  }

  /// Starts a container.
  ///
  /// @param settings besides those that lead to the account
  static TappedFunction start(Function function, AwsAccount account, Map<String, String> settings)
      throws IOException {
    return new TappedFunction(function, account, settings);
  }

  /// Sends an event, which must succeed.
  void succeed(Record event) throws Exception {
    assertThat(answer(event)).isNotEmpty();
  }

  /// Sends an event, which must succeed.
  ///
  /// @return the answer, JSON
  String answer(Record event) throws Exception {
    Invocation result =
        process.invoke(StepJson.MAPPER.writeValueAsString(event), Functions.PATIENCE);
    assertThat(result).as(process.output()).isInstanceOf(Succeeded.class);
    return ((Succeeded) result).body();
  }

  /// Sends an event, which must fail.
  void fail(Record event) throws Exception {
    assertThat(process.invoke(StepJson.MAPPER.writeValueAsString(event), Functions.PATIENCE))
        .isInstanceOf(Failed.class);
  }

  /// The permissions that its calls needed so far.
  synchronized List<Use> uses() {
    return List.copyOf(uses);
  }

  @Override
  public void close() {
    process.close();
    taps.forEach(WireTap::close);
  }

  private String tap(URI service, java.util.function.Function<Call, List<Use>> needs)
      throws IOException {
    WireTap tap = WireTap.before(service, call -> add(needs.apply(call)));
    taps.add(tap);
    return tap.endpoint().toString();
  }

  private synchronized void add(List<Use> needed) {
    uses.addAll(needed);
  }
}
