package dev.fedbytweets.xstandin.query;

import java.util.Optional;
import java.util.Set;

/// What a search looks at in a post.
public interface Searchable {

  /// The whole text as a reader sees it: of a long post the note, HTML entities decoded.
  String searchedText();

  /// The language's tag, such as `en`.
  String lang();

  /// The author's username, without `@`.
  String writtenBy();

  /// The username of whom the post replies to; empty if it is no reply.
  Optional<String> repliedTo();

  /// What the post is and has.
  Set<Trait> traits();
}
