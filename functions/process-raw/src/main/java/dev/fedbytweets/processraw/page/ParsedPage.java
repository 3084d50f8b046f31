package dev.fedbytweets.processraw.page;

import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import java.util.Objects;
import java.util.SortedMap;

/// What one page holds. Fields are named by their path without list positions, in the page's own
/// vocabulary: `data.lang`, `data.public_metrics.repost_count`, `users.verified`,
/// `places.geo.bbox`; see [FieldCounts] for how many are counted separately.
///
/// @param tweets the posts in `data`, then those of `includes.tweets` that are not in `data`
/// @param users the users in `data` and `includes.users`
/// @param places the places in `data` and `includes.places`
/// @param media the media in `data` and `includes.media`
/// @param unknownFields fields that X's documentation does not know, with how often they were
///     seen; unmodifiable
/// @param malformedFields fields of a column whose value was of another kind than it must be (the
///     column is null), with how often they were seen; unmodifiable
/// @param partialErrors errors that X reported beside the posts
/// @param mended whether something in it is not as X should have sent it and was mended, as
///     [PageParser] says: the rows may have U+FFFD or null for it
public record ParsedPage(
    TableRows<Tweet> tweets,
    TableRows<User> users,
    TableRows<Place> places,
    TableRows<Medium> media,
    SortedMap<String, Long> unknownFields,
    SortedMap<String, Long> malformedFields,
    int partialErrors,
    boolean mended)
    implements PageOutcome {

  public ParsedPage {
    Objects.requireNonNull(tweets, "tweets");
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(places, "places");
    Objects.requireNonNull(media, "media");
    Objects.requireNonNull(unknownFields, "unknownFields");
    Objects.requireNonNull(malformedFields, "malformedFields");
  }

  /// The same page, mended.
  ParsedPage asMended() {
    return new ParsedPage(
        tweets, users, places, media, unknownFields, malformedFields, partialErrors, true);
  }
}
