package dev.fedbytweets.contracts.forgotten;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.fedbytweets.contracts.StepJson;
import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request to forget before it has a tombstone. It lies at [LakeLayout#forgetRequest] and holds
/// identifiers, so whoever has written the tombstone deletes it.
///
/// @param posts posts, which go
/// @param users users, which go with their posts
/// @param scrubGeo posts that stay, without the place where they were written
/// @param subjects subjects, which go with all that came in under their names
/// @param reason in words; null if none was given
/// @param requestedAt when it came
public record ForgetRequest(
    List<String> posts,
    List<String> users,
    List<String> scrubGeo,
    List<String> subjects,
    @Nullable String reason,
    Instant requestedAt) {

  private static final String ENDING = ".json";

  public ForgetRequest {
    posts = posts == null ? List.of() : List.copyOf(posts);
    users = users == null ? List.of() : List.copyOf(users);
    scrubGeo = scrubGeo == null ? List.of() : List.copyOf(scrubGeo);
    subjects = subjects == null ? List.of() : List.copyOf(subjects);
    Objects.requireNonNull(requestedAt, "requestedAt");
  }

  /// What is to be forgotten; kinds without an identifier are left out.
  @JsonIgnore
  public Map<ForgottenKind, List<String>> identifiers() {
    Map<ForgottenKind, List<String>> identifiers = new EnumMap<>(ForgottenKind.class);
    put(identifiers, ForgottenKind.POST, posts);
    put(identifiers, ForgottenKind.USER, users);
    put(identifiers, ForgottenKind.SCRUB_GEO, scrubGeo);
    put(identifiers, ForgottenKind.SUBJECT, subjects);
    return identifiers;
  }

  /// Stores it under the name of its batch. One that is there already stays as it is.
  public void store(ObjectStore store, String batch) {
    store.writeIfAbsent(LakeLayout.forgetRequest(batch), StepJson.write(this), Map.of());
  }

  /// The request of a batch; empty if there is none, or not any more.
  ///
  /// @throws RejectedException if it cannot be read
  public static Optional<ForgetRequest> find(ObjectStore store, String batch) {
    String key = LakeLayout.forgetRequest(batch);
    return store.read(key).map(object -> read(store.describe(key), object));
  }

  /// The batches that have a request, in the order of their names.
  public static List<String> batches(ObjectStore store) {
    try (Stream<String> keys = store.list(LakeLayout.FORGET_REQUESTS, "")) {
      return keys.filter(key -> key.endsWith(ENDING))
          .map(
              key ->
                  key.substring(
                      LakeLayout.FORGET_REQUESTS.length(), key.length() - ENDING.length()))
          .toList();
    }
  }

  private static ForgetRequest read(String source, StoredObject object) {
    try {
      return StepJson.read(
          StepJson.tree(new ByteArrayInputStream(object.body())), ForgetRequest.class);
    } catch (RejectedException e) {
      throw new RejectedException("%s cannot be read: %s".formatted(source, e.getMessage()), e);
    }
  }

  private static void put(
      Map<ForgottenKind, List<String>> identifiers, ForgottenKind kind, List<String> ids) {
    if (!ids.isEmpty()) {
      identifiers.put(kind, ids);
    }
  }
}
