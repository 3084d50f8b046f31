package dev.fedbytweets.togold.page;

import java.util.List;

/// The numbers at the head of the page.
final class HeadNumbers {

  private final PageView view;

  private HeadNumbers(PageView view) {
    this.view = view;
  }

  static String of(PageView view) {
    HeadNumbers numbers = new HeadNumbers(view);
    return numbers.posts()
        + numbers.lastDay()
        + numbers.freshness()
        + numbers.gaps()
        + numbers.paid();
  }

  private String posts() {
    long posts = view.model().totals().get(view.rangeNumber()).getFirst();
    return number(
        "head.posts",
        view.texts().count(posts),
        view.texts()
            .of(
                view.model().days() == 1 ? "head.day" : "head.span",
                view.texts().shortDay(view.from()),
                view.texts().shortDay(view.to())));
  }

  private String lastDay() {
    return number(
        "head.last-day",
        view.texts()
            .count(
                SmallNumbers.sum(
                    view.model().collected().stream().map(PageSubject::lastDay).toList())),
        view.texts().day(view.to()));
  }

  private String freshness() {
    List<String> known =
        view.model().collected().stream()
            .map(PageSubject::until)
            .filter(until -> !until.isEmpty())
            .sorted()
            .toList();
    return known.isEmpty()
        ? number("head.fresh", "–", view.texts().of("collection.unknown"))
        : number(
            "head.fresh",
            view.texts().age(known.getFirst(), view.model().now()),
            view.texts().moment(known.getFirst()));
  }

  private String gaps() {
    List<List<String>> gaps =
        view.model().collected().stream().flatMap(state -> state.gaps().stream()).toList();
    long minutes = gaps.stream().mapToLong(gap -> Minutes.between(gap.get(0), gap.get(1))).sum();
    return number(
        "head.gaps",
        view.texts().count(gaps.size()),
        view.texts().of("head.hours", view.texts().count(Math.round(minutes / 60.0))));
  }

  private String paid() {
    List<PageSubject> states = view.model().collected();
    List<PageSubject> capped = states.stream().filter(state -> state.cap() > 0).toList();
    long left = capped.stream().mapToLong(CostFigure::left).sum();
    return number(
        "head.paid",
        view.texts().dollars(SmallNumbers.sum(states.stream().map(PageSubject::cents).toList())),
        capped.isEmpty()
            ? view.texts().of("head.no-cap")
            : view.texts().of("head.left", view.texts().count(left)));
  }

  private String number(String key, String value, String note) {
    return "<div><dt>%s</dt><dd>%s</dd><dd class=\"note\">%s</dd></div>"
        .formatted(view.html(key), Markup.text(value), Markup.text(note));
  }
}
