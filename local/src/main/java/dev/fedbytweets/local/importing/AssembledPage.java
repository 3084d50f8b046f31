package dev.fedbytweets.local.importing;

import dev.fedbytweets.local.importing.format.PageDraft;
import dev.fedbytweets.local.importing.format.SourceKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A page that was made of something else.
///
/// @param draft counts what is in it
/// @param page the page, as UTF-8
/// @param kind what it was made of
/// @param original the bytes of that, one object on a line
record AssembledPage(PageDraft draft, byte[] page, SourceKind kind, byte[] original) {

  /// What names the page: it follows from what the page was made of, not from how, so that a
  /// later version that makes more of it finds the page that is there.
  String identity() {
    ByteArrayOutputStream source = new ByteArrayOutputStream();
    source.writeBytes(original);
    draft
        .account()
        .ifPresent(user -> source.writeBytes(user.toString().getBytes(StandardCharsets.UTF_8)));
    return slice(source.toByteArray()).sha256();
  }

  /// The page's bytes.
  ByteSlice bytes() {
    return slice(page);
  }

  /// What the page says about itself. One without posts is not older than what is in it.
  PageSummary summary() {
    PageSummary summary = PageInspector.summary(page).orElseThrow();
    return new PageSummary(
        summary.retrievedAt(),
        summary.newestPost().or(() -> draft.newest().flatMap(PageTimes::time)),
        summary.posts(),
        summary.users());
  }

  private static ByteSlice slice(byte[] bytes) {
    return new ByteSlice(bytes, 0, bytes.length);
  }
}
