/// Catalogs and files that fail on demand.
package dev.fedbytweets.tables.faults;
