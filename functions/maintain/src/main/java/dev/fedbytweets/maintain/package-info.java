/// Keeps a table small, so that a lake can live for years. [dev.fedbytweets.maintain.Maintain] says
/// which table and how far its reader has come; `tables.maintenance` knows how.
package dev.fedbytweets.maintain;
