package dev.fedbytweets.xstandin.endpoint;

import dev.fedbytweets.xstandin.json.FieldCatalogue;
import dev.fedbytweets.xstandin.json.FieldSelection;
import dev.fedbytweets.xstandin.json.FieldVocabulary;
import dev.fedbytweets.xstandin.query.SearchQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a search asks for, apart from which page of which window.
record SearchParameters(
    SearchQuery query, int maxResults, FieldSelection selection, FieldVocabulary vocabulary) {

  private static final int SMALLEST_PAGE = 10;
  private static final int LARGEST_PAGE = 100;

  private static final Set<String> OWN_NAMES =
      Set.of("query", "max_results", "next_token", "pagination_token", "sort_order");

  /// Reads and checks; without meaning if anything is wrong.
  static SearchParameters read(ParameterChecks checks, SearchRules rules) {
    checks.onlyKnown(known(rules));
    checks.choice("sort_order", "recency", List.of("recency", "relevancy"));
    Map<String, List<String>> asked = asked(checks, rules);
    return new SearchParameters(
        checks.query(rules.longestQuery()),
        checks.number("max_results", SMALLEST_PAGE, SMALLEST_PAGE, LARGEST_PAGE),
        FieldSelection.of(asked),
        spoken(asked, rules));
  }

  private static Set<String> known(SearchRules rules) {
    Set<String> known = new TreeSet<>(OWN_NAMES);
    known.addAll(IdRangeReader.NAMES);
    rules.accepted().forEach(vocabulary -> known.addAll(FieldCatalogue.parameters(vocabulary)));
    return known;
  }

  private static Map<String, List<String>> asked(ParameterChecks checks, SearchRules rules) {
    Map<String, List<String>> asked = new HashMap<>();
    for (String name : checks.parameters().names()) {
      List<String> allowed = allowed(name, rules);
      if (!allowed.isEmpty()) {
        asked.put(name, checks.list(name, allowed));
      }
    }
    return asked;
  }

  /// Empty if the parameter is not a list of fields, or of the vocabulary that is not accepted.
  private static List<String> allowed(String name, SearchRules rules) {
    List<String> allowed = new ArrayList<>();
    for (FieldVocabulary vocabulary : rules.accepted()) {
      if (FieldCatalogue.parameters(vocabulary).contains(name)) {
        allowed.addAll(FieldCatalogue.values(name, vocabulary));
      }
    }
    return allowed.stream().distinct().sorted().toList();
  }

  /// The vocabulary in which everything that was asked has a name; the usual one if both do.
  private static FieldVocabulary spoken(Map<String, List<String>> asked, SearchRules rules) {
    boolean foreign =
        asked.entrySet().stream()
            .anyMatch(list -> isForeign(list.getKey(), list.getValue(), rules.usual()));
    return foreign ? FieldVocabulary.POST : rules.usual();
  }

  private static boolean isForeign(String name, List<String> values, FieldVocabulary vocabulary) {
    return !FieldCatalogue.parameters(vocabulary).contains(name)
        || !FieldCatalogue.values(name, vocabulary).containsAll(values);
  }
}
