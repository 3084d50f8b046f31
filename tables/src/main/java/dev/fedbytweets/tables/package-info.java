/// The six tables: what they are, how rows get into them, and how commits can be repeated.
package dev.fedbytweets.tables;
