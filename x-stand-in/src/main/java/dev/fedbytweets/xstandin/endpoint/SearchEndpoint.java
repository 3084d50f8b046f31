package dev.fedbytweets.xstandin.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fedbytweets.xstandin.posts.Author;
import dev.fedbytweets.xstandin.posts.MadeUpPost;
import dev.fedbytweets.xstandin.posts.PostSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `GET /2/tweets/search/recent`.
public final class SearchEndpoint implements Endpoint {

  private final PostSource posts;
  private final List<RecordedPages> recorded;
  private final SearchRules rules;
  private final PageFinder pages;

  /// @param recorded what is served instead of made-up posts, for the queries that it names
  public SearchEndpoint(PostSource posts, List<RecordedPages> recorded, SearchRules rules) {
    this.posts = posts;
    this.recorded = List.copyOf(recorded);
    this.rules = rules;
    this.pages = new PageFinder(posts, rules);
  }

  @Override
  public Answer answer(Parameters parameters, Instant now) {
    ParameterChecks checks = new ParameterChecks(parameters);
    SearchParameters search = SearchParameters.read(checks, rules);
    Optional<String> token = checks.token();
    IdRange window =
        token.isEmpty() ? IdRangeReader.read(checks, now) : IdRangeReader.ofToken(checks, now);
    checks.refuseViolations();
    Optional<RecordedPages> instead =
        recorded.stream().filter(pages -> pages.answers(parameters)).findFirst();
    return instead
        .map(recording -> recording.answer(parameters, token))
        .orElseGet(() -> answer(page(parameters, window, token, search, now), search, now));
  }

  private PageFinder.Page page(
      Parameters parameters,
      IdRange window,
      Optional<String> token,
      SearchParameters search,
      Instant now) {
    long key = PageCursor.searchOf(parameters);
    PageCursor cursor =
        token.map(given -> cursor(given, key)).orElseGet(() -> PageCursor.first(key, window, now));
    return pages.page(cursor, search.query(), search.maxResults(), now);
  }

  private static PageCursor cursor(String token, long search) {
    return PageCursor.ofToken(token)
        .filter(cursor -> cursor.search() == search)
        .orElseThrow(() -> InvalidRequestException.unknownToken(token));
  }

  private Answer answer(PageFinder.Page page, SearchParameters search, Instant now) {
    Includes inclusions = Includes.of(page.posts(), search.selection(), posts);
    ObjectNode document = new PageJson(search.selection(), now).document(page, inclusions);
    return Answer.ok(
        PageJson.translated(document, rules.vocabulary(), search.vocabulary()),
        new Answer.Content(
            page.cursor().token(),
            page.posts().stream().map(MadeUpPost::id).map(String::valueOf).toList(),
            inclusions.users().stream().map(Author::id).map(String::valueOf).toList(),
            inclusions.media()));
  }
}
