/// The handlers as processes of their own under the real Lambda runtime client.
package dev.fedbytweets.acceptance.lambda;
