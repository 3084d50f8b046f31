package dev.fedbytweets.local.importing.format;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A page of X's API v2 that is put together from posts or users. What comes with several of them
/// is in its `includes` once: the version with more in it.
public final class PageDraft {

  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectWriter PLAIN = JSON.writer();

  /// Half of a surrogate pair can be written as an escape only.
  private static final ObjectWriter ESCAPED = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private final Optional<ObjectNode> account;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final Map<String, Map<String, byte[]>> includes = new TreeMap<>();
  private Optional<String> newest = Optional.empty();
  private int rows;
  private int withoutUser;
  private int withoutTime;
  private int cut;
  private boolean usesAccount;

  /// @param account the user who wrote the posts that name none; not changed
  public PageDraft(Optional<ObjectNode> account) {
    this.account = account;
  }

  /// How many rows `data` has.
  public int rows() {
    return rows;
  }

  /// How many posts in `data` do not say who wrote them.
  public int withoutUser() {
    return withoutUser;
  }

  /// How many posts in `data` do not say when they were written.
  public int withoutTime() {
    return withoutTime;
  }

  /// How many posts in `data` have only the beginning of their text.
  public int cut() {
    return cut;
  }

  /// The user who wrote posts in it that name no author; empty if there are none such.
  public Optional<ObjectNode> account() {
    return account.filter(user -> usesAccount);
  }

  /// The latest time at which something in it was made, as API v2 writes times; empty if nothing
  /// says so.
  public Optional<String> newest() {
    return newest;
  }

  /// Adds a post to `data`.
  void addPost(ObjectNode post) {
    if (!post.has("author_id")) {
      account.ifPresent(user -> writtenBy(user, post));
    }
    withoutUser += post.has("author_id") ? 0 : 1;
    withoutTime += post.has("created_at") ? 0 : 1;
    addRow(post);
  }

  /// Adds a user to `data`.
  void addUser(ObjectNode user) {
    addRow(user);
  }

  /// Notes that the post that was added last has only the beginning of its text.
  void noteCut() {
    cut++;
  }

  /// Adds something to a list of `includes`.
  ///
  /// @param list such as `users`
  /// @param key the name of its identifier; without one it is left out
  void include(String list, String key, ObjectNode json) {
    noteTime(json);
    JsonFields.text(json, key)
        .ifPresent(
            id ->
                includes
                    .computeIfAbsent(list, name -> new LinkedHashMap<>())
                    .merge(
                        id, bytes(json), (old, other) -> other.length > old.length ? other : old));
  }

  /// The page, as UTF-8.
  ///
  /// @param retrievedAt when X answered, as the source has it; empty if it does not say
  public byte[] toPage(Optional<String> retrievedAt) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    write(page, "{");
    if (rows > 0) {
      write(page, "\"data\":[");
      page.writeBytes(data.toByteArray());
      write(page, "],");
    }
    if (!includes.isEmpty()) {
      write(page, "\"includes\":{");
      writeIncludes(page);
      write(page, "},");
    }
    retrievedAt.ifPresent(
        time -> {
          write(page, "\"__twarc\":");
          page.writeBytes(bytes(JSON.createObjectNode().put("retrieved_at", time)));
          write(page, ",");
        });
    write(page, "\"meta\":{\"result_count\":" + rows + "}}");
    return page.toByteArray();
  }

  private void addRow(ObjectNode row) {
    if (rows > 0) {
      data.write(',');
    }
    data.writeBytes(bytes(row));
    noteTime(row);
    rows++;
  }

  private void noteTime(ObjectNode json) {
    Optional<String> time = JsonFields.text(json, "created_at");
    if (newest.isEmpty() || time.isPresent() && time.get().compareTo(newest.get()) > 0) {
      newest = time;
    }
  }

  private void writtenBy(ObjectNode user, ObjectNode post) {
    usesAccount = true;
    post.put("author_id", user.path("id").asText());
    include("users", "id", user);
  }

  private void writeIncludes(ByteArrayOutputStream page) {
    String before = "";
    for (Map.Entry<String, Map<String, byte[]>> list : includes.entrySet()) {
      write(page, before + "\"" + list.getKey() + "\":[");
      writeJoined(page, list.getValue().values());
      write(page, "]");
      before = ",";
    }
  }

  private static void writeJoined(ByteArrayOutputStream page, Collection<byte[]> elements) {
    String before = "";
    for (byte[] element : List.copyOf(elements)) {
      write(page, before);
      page.writeBytes(element);
      before = ",";
    }
  }

  private static void write(ByteArrayOutputStream page, String ascii) {
    page.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] bytes(ObjectNode json) {
    try {
      return PLAIN.writeValueAsBytes(json);
    } catch (JsonGenerationException e) {
      return escaped(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }

  private static byte[] escaped(ObjectNode json) {
    try {
      return ESCAPED.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }
}
