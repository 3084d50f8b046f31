/// Catalogs and files that break on demand.
package dev.fedbytweets.tables.faults;
