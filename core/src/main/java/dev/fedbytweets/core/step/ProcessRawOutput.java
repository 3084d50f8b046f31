package dev.fedbytweets.core.step;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run brought into bronze. The counts are for the whole run so far, not for one
/// invocation, and stay right when an invocation was killed and repeated; everything else is what
/// this invocation saw.
///
/// @param status [Progress#MORE] or [Progress#DONE]
/// @param pages pages that this invocation read
/// @param brokenPages pages that could not be read at all and were quarantined whole
/// @param mendedPages pages whose bytes are not quite JSON in UTF-8: their rows are in bronze, with
///     U+FFFD, or null, in place of what cannot be read
/// @param hasMedia whether `bronze.media` has rows, of whatever run: without any there is nothing
///     to merge
/// @param unknownFields fields that the tables do not know, by path (`data.card_uri`), with how
///     often they were seen
/// @param malformedFields known fields whose value was not of the expected kind, by path, with
///     how often they were seen
public record ProcessRawOutput(
    Progress status,
    int pages,
    int brokenPages,
    int mendedPages,
    Counts tweets,
    Counts users,
    Counts places,
    Counts media,
    boolean hasMedia,
    SortedMap<String, Long> unknownFields,
    SortedMap<String, Long> malformedFields) {

  public ProcessRawOutput {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(tweets, "tweets");
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(places, "places");
    Objects.requireNonNull(media, "media");
    unknownFields = new TreeMap<>(unknownFields == null ? Map.of() : unknownFields);
    malformedFields = new TreeMap<>(malformedFields == null ? Map.of() : malformedFields);
  }
}
