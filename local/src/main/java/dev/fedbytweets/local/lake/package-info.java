/// The ports on one machine: a folder in place of the bucket, a file in place of the catalog.
package dev.fedbytweets.local.lake;
