package dev.fedbytweets.xstandin.query;

import java.util.List;

/// A condition on a post; a query is one of them.
sealed interface Clause {

  boolean holds(Searchable post, SearchedText text);

  record AllOf(List<Clause> clauses) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return clauses.stream().allMatch(clause -> clause.holds(post, text));
    }
  }

  record AnyOf(List<Clause> clauses) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return clauses.stream().anyMatch(clause -> clause.holds(post, text));
    }
  }

  record Not(Clause clause) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return !clause.holds(post, text);
    }
  }

  record Words(SearchedText.Phrase phrase) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return text.says(phrase);
    }
  }

  record Marked(char sign, String name) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return text.marks(sign, name);
    }
  }

  record InLanguage(String lang) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return post.lang().equalsIgnoreCase(lang);
    }
  }

  record From(String username) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return post.writtenBy().equalsIgnoreCase(username);
    }
  }

  record To(String username) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return post.repliedTo().filter(username::equalsIgnoreCase).isPresent();
    }
  }

  record With(Trait trait) implements Clause {
    @Override
    public boolean holds(Searchable post, SearchedText text) {
      return post.traits().contains(trait);
    }
  }
}
