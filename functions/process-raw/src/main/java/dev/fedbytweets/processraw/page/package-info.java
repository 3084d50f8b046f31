/// Reads response pages of X into bronze rows: pure, no storage, no clock.
///
/// [dev.fedbytweets.processraw.page.PageParser] is the entry point. Each kind of object in a page
/// has a reader of its own; all of them share one
/// [dev.fedbytweets.processraw.page.JsonCursor], which passes over the page's bytes once.
package dev.fedbytweets.processraw.page;
