/// Reads response pages of X into bronze rows: pure, no storage, no clock.
///
/// [dev.fedbytweets.processraw.page.PageParser] is the door. Behind it each thing in a page has a
/// reader of its own, all of them on one [dev.fedbytweets.processraw.page.JsonCursor] that passes
/// over the page's bytes once.
package dev.fedbytweets.processraw.page;
