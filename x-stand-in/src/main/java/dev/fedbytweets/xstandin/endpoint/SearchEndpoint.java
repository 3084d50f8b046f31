package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.posts.Author;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.MadeUpPosts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `GET /2/tweets/search/recent`.
public final class SearchEndpoint implements Endpoint {

  private final MadeUpPosts posts;
  private final List<RecordedPages> recorded;
  private final SearchRules rules;
  private final PageMaker pages;

  /// @param recorded what is served instead of made-up posts, for the queries that it names
  public SearchEndpoint(MadeUpPosts posts, List<RecordedPages> recorded, SearchRules rules) {
    this.posts = posts;
    this.recorded = List.copyOf(recorded);
    this.rules = rules;
    this.pages = new PageMaker(posts, rules);
  }

  @Override
  public Answer answer(Parameters parameters, Instant now) {
    Violations violations = new Violations();
    SearchParameters search = SearchParameters.read(parameters, violations, rules);
    Optional<String> token = new ParameterChecks(parameters, violations).token();
    Window window =
        token.isEmpty() ? WindowReader.read(parameters, violations, now) : Window.OF_TOKEN;
    violations.refuse();
    Optional<RecordedPages> instead =
        recorded.stream().filter(pages -> pages.answers(parameters)).findFirst();
    return instead
        .map(recording -> recording.answer(parameters, token))
        .orElseGet(() -> answer(page(parameters, window, token, search, now), search, now));
  }

  private Page page(
      Parameters parameters,
      Window window,
      Optional<String> token,
      SearchParameters search,
      Instant now) {
    long key = PageCursor.searchOf(parameters);
    PageCursor cursor =
        token.map(given -> cursor(given, key)).orElseGet(() -> PageCursor.first(key, window, now));
    return pages.page(cursor, search.query(), search.maxResults());
  }

  private static PageCursor cursor(String token, long search) {
    return PageCursor.ofToken(token)
        .filter(cursor -> cursor.search() == search)
        .orElseThrow(() -> InvalidRequestException.unknownToken(token));
  }

  private Answer answer(Page page, SearchParameters search, Instant now) {
    Inclusions inclusions = Inclusions.of(page.posts(), search.selection(), posts);
    ObjectNode document = new PageJson(search.selection(), now).document(page, inclusions);
    return Answer.ok(
        PageJson.spoken(document, rules.words(), search.vocabulary()),
        new Served(
            page.cursor().token(),
            page.posts().stream().map(MadeUpPost::id).map(String::valueOf).toList(),
            inclusions.users().stream().map(Author::id).map(String::valueOf).toList()));
  }
}
