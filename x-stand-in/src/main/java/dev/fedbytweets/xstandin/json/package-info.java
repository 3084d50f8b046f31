/// Posts, authors and places as X writes them in JSON, in either of its vocabularies.
package dev.fedbytweets.xstandin.json;
