/// The page that people look at: one HTML file of the gold tables, which asks nobody for anything.
///
/// 1. [PageData] is what the tables and checkpoints say.
/// 2. [PageModel] is what the page shows of it, with small numbers left out. It lies in the page as
///    JSON.
/// 3. The classes named after figures draw it for all days and subjects. `page.js` draws the same
///    again when a reader chooses others, in the same way: a test compares the two.
@NullMarked
package dev.fedbytweets.togold.page;

import org.jspecify.annotations.NullMarked;
