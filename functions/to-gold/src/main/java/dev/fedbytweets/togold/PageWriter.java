package dev.fedbytweets.togold;

import dev.fedbytweets.core.failure.RetryableException;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.ObjectStore;
import dev.fedbytweets.core.storage.StoredObject;
import dev.fedbytweets.tables.LakeTables;
import dev.fedbytweets.togold.page.Dashboard;
import dev.fedbytweets.togold.page.MoodShares;
import dev.fedbytweets.togold.page.PageData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the page that people look at, in place of the one before.
final class PageWriter {

  private final LakeTables lake;
  private final ObjectStore store;
  private final List<ObjectStore> shownIn;
  private final MoodShares shares;
  private final PageSettings settings;

  /// @param shownIn where a copy of the page is stored
  PageWriter(
      LakeTables lake,
      ObjectStore store,
      List<ObjectStore> shownIn,
      Models models,
      PageSettings settings) {
    this.lake = lake;
    this.store = store;
    this.shownIn = List.copyOf(shownIn);
    this.settings = settings;
    CorrectedShares corrected = new CorrectedShares(models.sentiment());
    this.shares =
        (lang, counts) ->
            corrected.of(lang, counts).stream()
                .flatMap(share -> Stream.of(share.share(), share.low(), share.high()))
                .toList();
  }

  /// @param now when the page is made
  /// @return the page's key
  /// @throws RetryableException if somebody else wrote it meanwhile
  String write(Instant now) {
    List<Replacement> replacements =
        Stream.concat(Stream.of(store), shownIn.stream()).map(Replacement::in).toList();
    PageData data = PageData.of(lake, store, now, settings.caps());
    byte[] page = Dashboard.page(data, shares, settings.language());
    replacements.forEach(replacement -> replacement.write(page));
    return LakeLayout.DASHBOARD;
  }

  /// @param before the page that is replaced, read before the next one is made
  private record Replacement(ObjectStore store, Optional<StoredObject> before) {

    static Replacement in(ObjectStore store) {
      return new Replacement(store, store.read(LakeLayout.DASHBOARD));
    }

    void write(byte[] page) {
      boolean isWritten =
          (before.isPresent()
                  ? store.replace(LakeLayout.DASHBOARD, page, before.get().version())
                  : store.writeIfAbsent(LakeLayout.DASHBOARD, page, Map.of()))
              .isPresent();
      if (!isWritten) {
        throw new RetryableException(
            "%s was changed meanwhile".formatted(store.describe(LakeLayout.DASHBOARD)));
      }
    }
  }
}
