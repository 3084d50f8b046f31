/// One row for each key: bronze rows merged into silver by writing the files anew that change.
package dev.fedbytweets.tables.silver;
