package dev.fedbytweets.core.step;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Forget posts, users and subjects: begin, or go on with what was begun. Or lift a request.
///
/// @param request what to begin with; null to go on
/// @param name of a request that has none of its own, unique in the lake; null to go on
/// @param progress what the call before answered; null to begin
/// @param lift the request that does not count any more; null to forget
public record ForgetInput(
    @Nullable Request request,
    @Nullable String name,
    @Nullable ForgetProgress progress,
    @Nullable String lift) {

  /// To begin with a request.
  ///
  /// @param name of a request that has none of its own
  public static ForgetInput begin(Request request, String name) {
    return new ForgetInput(request, name, null, null);
  }

  /// To go on.
  public static ForgetInput goOn(ForgetProgress progress) {
    return new ForgetInput(null, null, progress, null);
  }

  /// What somebody wants to be forgotten: the key of an object that says it, or the identifiers.
  ///
  /// @param requests `state/forget-requests/<batch>.json`; null if the rest says it
  /// @param posts posts, which go
  /// @param users users, which go with their posts
  /// @param scrubGeo posts that stay, without the place where they were written
  /// @param subjects subjects, which go with all that came in under their names
  /// @param reason in words; null if none was given
  public record Request(
      @Nullable String requests,
      List<String> posts,
      List<String> users,
      List<String> scrubGeo,
      List<String> subjects,
      @Nullable String reason) {

    /// The key of an object that says it.
    public static Request at(String key) {
      return new Request(key, List.of(), List.of(), List.of(), List.of(), null);
    }

    public Request {
      posts = posts == null ? List.of() : List.copyOf(posts);
      users = users == null ? List.of() : List.copyOf(users);
      scrubGeo = scrubGeo == null ? List.of() : List.copyOf(scrubGeo);
      subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }
  }
}
