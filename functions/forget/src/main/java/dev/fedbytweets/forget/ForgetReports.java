package dev.fedbytweets.forget;

import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.contracts.forgotten.Tombstone;
import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;

/// The reports in a lake.
final class ForgetReports {

  private final ObjectStore store;

  ForgetReports(ObjectStore store) {
    this.store = store;
  }

  /// What is known of it so far.
  ForgetReport of(Tombstone tombstone) {
    String key = LakeLayout.forgottenReport(tombstone.batch());
    return store
        .read(key)
        .map(
            object ->
                StepJson.read(
                    StepJson.tree(new ByteArrayInputStream(object.body())), ForgetReport.class))
        .orElseGet(() -> ForgetReport.begun(tombstone));
  }

  /// Stores it in place of what was known before.
  void store(ForgetReport report) {
    String key = LakeLayout.forgottenReport(report.batch());
    byte[] body = StepJson.write(report);
    Optional<StoredObject> before = store.read(key);
    boolean isStored =
        before.isEmpty()
            ? store.writeIfAbsent(key, body, Map.of()).isPresent()
            : store.replace(key, body, before.get().version()).isPresent();
    if (!isStored) {
      throw new RetryableException("%s was changed meanwhile".formatted(store.describe(key)));
    }
  }
}
