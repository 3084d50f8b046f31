package dev.fedbytweets.local.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.local.importing.format.IncludesObject;
import dev.fedbytweets.local.importing.format.PageDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two files into which academictwitteR puts a page: the posts in `data_<id>.json`, the
/// `includes` in `users_<id>.json` beside it.
///
/// @param file the file of the includes
/// @param bytes what is in it
/// @param includes the same
record AcademicPair(Path file, ByteSlice bytes, ObjectNode includes) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern POSTS = Pattern.compile("data_(.+\\.json)");

  /// Pages of academictwitteR have 500 posts at most.
  private static final int MOST_BYTES = 16 << 20;

  /// The includes that lie beside a file of posts; empty if there are none, or they cannot be
  /// read.
  static Optional<AcademicPair> beside(Path posts) {
    return includesFile(posts).flatMap(AcademicPair::read);
  }

  /// Adds the includes to the page with the posts.
  void addTo(PageDraft page) {
    IncludesObject.addTo(page, includes);
  }

  private static Optional<Path> includesFile(Path posts) {
    Matcher name = POSTS.matcher(posts.getFileName().toString());
    return name.matches()
        ? Optional.of(posts.resolveSibling("users_" + name.group(1))).filter(Files::isRegularFile)
        : Optional.empty();
  }

  private static Optional<AcademicPair> read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      JsonNode tree = JSON.readTree(bytes);
      return tree instanceof ObjectNode object && IncludesObject.isIncludes(object)
          ? Optional.of(new AcademicPair(file, new ByteSlice(bytes, 0, bytes.length), object))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
