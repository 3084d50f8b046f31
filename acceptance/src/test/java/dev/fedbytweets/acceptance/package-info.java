/// Acceptance tests with other engines and the real Lambda runtime client.
package dev.fedbytweets.acceptance;
