/// Other engines, and the real Lambda runtime, judge what the rest made.
package dev.fedbytweets.acceptance;
