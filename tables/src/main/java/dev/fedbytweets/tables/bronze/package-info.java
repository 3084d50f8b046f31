/// Rows as received: appended page by page, each page once.
package dev.fedbytweets.tables.bronze;
