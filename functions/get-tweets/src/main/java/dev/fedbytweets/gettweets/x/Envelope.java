package dev.fedbytweets.gettweets.x;

/// What collecting must know of a page: how much is in it, and where it stands in its window.
///
/// @param posts items of `data`
/// @param users items of `includes.users`
/// @param partialErrors items of `errors`
/// @param newestId the newest post; null if there is none
/// @param oldestId the oldest post; null if there is none
/// @param nextToken of the page that follows; null on the last page of a window
/// @param resultCount how many posts X says there are; null if it does not say
/// @param meta whether X said anything about the page at all
public record Envelope(
    int posts,
    int users,
    int partialErrors,
    Long newestId,
    Long oldestId,
    String nextToken,
    Integer resultCount,
    boolean meta) {}
