/// Turns what people have instead of response pages into pages of X's API v2: posts of v1.1,
/// flattened posts, X's own archive, single posts and users.
///
/// Each shape is a [SourceFormat]: it says whether a JSON object has it, and adds what the object
/// holds to a [PageDraft]. Nothing here reads files or knows a lake. A new shape is a class beside
/// these and a line in [SourceFormats].
package dev.fedbytweets.local.importing.format;
