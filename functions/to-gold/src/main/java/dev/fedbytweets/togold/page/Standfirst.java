package dev.fedbytweets.togold.page;

/// The sentence below the title, which says what the page is about.
final class Standfirst {

  private Standfirst() {}

  static String of(PageView view) {
    PageTexts texts = view.texts();
    long posts = view.model().totals().get(view.rangeNumber()).getFirst();
    if (posts == 0) {
      return view.html("standfirst.empty");
    }
    int subjects = view.model().subjects().size();
    String about =
        subjects == 1 ? Markup.name(view.name(0)) : view.html("standfirst.subjects", subjects);
    String others =
        view.model().others() == 0
            ? ""
            : " " + view.html("standfirst.others", view.model().others());
    return view.html(
                view.model().days() == 1 ? "standfirst.day" : "standfirst",
                texts.day(view.from()),
                texts.day(view.to()))
            .replace("{posts}", "<b>" + Markup.text(texts.count(posts)) + "</b>")
            .replace("{about}", about)
        + others;
  }
}
