package dev.fedbytweets.togold.page;

import dev.fedbytweets.core.model.HourVolume;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/// Makes the page that people look at.
public final class Dashboard {

  /// A page is smaller than this, in bytes.
  public static final int LARGEST = 300_000;

  private static final int FRAME = 70_000;
  private static final List<Integer> SPANS =
      List.of(PageData.MOST_DAYS, 150, 120, 90, 75, 60, 45, 35, 28, 21, 14, 7, 4, 2, 1);

  private Dashboard() {}

  /// The page as one HTML file in UTF-8, which opens in English and can be switched to Portuguese.
  /// It shows up to [PageData#MOST_DAYS] days before the last one with posts; fewer if it would not
  /// be smaller than [#LARGEST]. Days later than tomorrow are left out. The same data give the same
  /// bytes.
  public static byte[] page(PageData data) {
    return page(data, MoodShares.MEAN_OF_DAYS, PageTexts.LANGUAGES.getFirst());
  }

  /// The same with other intervals of several days, or opening in another of its languages.
  ///
  /// @param shares estimates shares of days that are shown together
  /// @param language `en` or `pt`
  public static byte[] page(PageData data, MoodShares shares, String language) {
    Objects.requireNonNull(data, "data");
    PageTexts texts = PageTexts.in(language);
    MoodShares asked = shares.equals(MoodShares.MEAN_OF_DAYS) ? shares : shares.remembering();
    LocalDate today = LocalDate.ofInstant(data.now(), ZoneOffset.UTC);
    LocalDate latest = PageData.latestDay(data.now());
    List<LocalDate> days =
        data.volume().stream()
            .map(HourVolume::day)
            .filter(day -> !day.isAfter(latest))
            .distinct()
            .sorted()
            .toList();
    LocalDate last = days.isEmpty() ? today : days.getLast();
    int most = days.isEmpty() ? 1 : (int) (last.toEpochDay() - days.getFirst().toEpochDay() + 1);
    int shown = Math.min(most, PageData.MOST_DAYS);
    byte[] page = page(data, asked, texts, last, shown);
    for (int span : SPANS) {
      if (span < shown && page.length >= LARGEST && canFit(page.length, shown, span)) {
        page = page(data, asked, texts, last, span);
        shown = span;
      }
    }
    return page;
  }

  /// Whether a page of fewer days than another may be small enough, if all but its frame shrinks
  /// with the days.
  private static boolean canFit(int size, int days, int fewer) {
    return FRAME + (long) (size - FRAME) * fewer / days < LARGEST || fewer == 1;
  }

  private static byte[] page(
      PageData data, MoodShares shares, PageTexts texts, LocalDate last, int days) {
    PageSpan span = new PageSpan(last.minusDays(days - 1L), days);
    return PageDocument.of(new PageView(PageModelBuilder.model(data, span, shares), texts));
  }
}
