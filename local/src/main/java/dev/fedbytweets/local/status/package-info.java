/// What a lake holds and how it got there.
package dev.fedbytweets.local.status;
