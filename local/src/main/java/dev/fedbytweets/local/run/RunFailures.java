package dev.fedbytweets.local.run;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What failed in runs of the local lake and has not succeeded since, so that who was not there can
/// see it later.
public final class RunFailures {

  private static final TypeReference<List<Failure>> FAILURES = new TypeReference<>() {};

  private final ObjectStore store;

  public RunFailures(ObjectStore store) {
    this.store = store;
  }

  /// Something that failed.
  ///
  /// @param subject that was not collected; null if the run failed as a whole
  /// @param run in which it failed
  /// @param at when the run started
  /// @param cause in words for a person
  public record Failure(SubjectName subject, RunName run, Instant at, String cause) {}

  /// All of them, the run as a whole first; none if the record cannot be read.
  public List<Failure> read() {
    return store.read(LakeLayout.FAILURES).map(RunFailures::failures).orElse(List.of());
  }

  /// Takes note of a run that processed what it collected.
  ///
  /// @param asked the subjects that it was to collect: what it collected does not stand here longer
  /// @param failed why others were not collected
  /// @param isAll whether there are no other subjects
  public void processed(
      Run run, Collection<SubjectName> asked, Map<SubjectName, String> failed, boolean isAll) {
    Stream<Failure> others =
        read().stream()
            .filter(failure -> !isAll && failure.subject() != null)
            .filter(failure -> !asked.contains(failure.subject()));
    Stream<Failure> news =
        failed.entrySet().stream()
            .map(each -> new Failure(each.getKey(), run.name(), run.startedAt(), each.getValue()));
    write(Stream.concat(others, news).toList());
  }

  /// Takes note of a run that failed as a whole.
  public void failed(Run run, String cause) {
    Failure failure = new Failure(null, run.name(), run.startedAt(), cause);
    Stream<Failure> others = read().stream().filter(each -> each.subject() != null);
    write(Stream.concat(Stream.of(failure), others).toList());
  }

  private void write(List<Failure> failures) {
    byte[] body = StepJson.write(failures);
    Optional<StoredObject> known = store.read(LakeLayout.FAILURES);
    if (known.isPresent()) {
      store.replace(LakeLayout.FAILURES, body, known.get().version());
    } else if (!failures.isEmpty()) {
      store.writeIfAbsent(LakeLayout.FAILURES, body, Map.of());
    }
  }

  private static List<Failure> failures(StoredObject object) {
    try {
      return StepJson.MAPPER.readValue(object.body(), FAILURES);
    } catch (IOException e) {
      return List.of();
    }
  }
}
