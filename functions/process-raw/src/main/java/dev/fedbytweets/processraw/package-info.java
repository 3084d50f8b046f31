/// Raw pages to bronze tables.
package dev.fedbytweets.processraw;
