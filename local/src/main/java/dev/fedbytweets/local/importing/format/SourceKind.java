package dev.fedbytweets.local.importing.format;

/// What a page was made of.
public enum SourceKind {
  /// A post of X's API v1.1.
  V1_POST("v1.1", "posts of API v1.1"),
  /// A user of X's API v1.1.
  V1_USER("v1.1-user", "users of API v1.1"),
  /// A post as `twarc2 flatten` writes it: with its author, place, media and referenced posts.
  FLATTENED("flattened", "flattened posts"),
  /// A post of X's API v2 without its page.
  POST("post", "single posts"),
  /// A user of X's API v2 without its page.
  USER("user", "single users"),
  /// The `includes` of a page without the page, as academictwitteR writes them.
  INCLUDES("includes", "includes without their posts"),
  /// A post of the archive that X gives to a user.
  X_ARCHIVE("x-archive", "posts of an archive of X");

  private final String id;
  private final String plural;

  SourceKind(String id, String plural) {
    this.id = id;
    this.plural = plural;
  }

  /// The value in a page's metadata.
  public String id() {
    return id;
  }

  /// For a person: several of them.
  public String plural() {
    return plural;
  }
}
