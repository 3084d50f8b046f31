/// The client of X: requests, responses, and what the responses mean for collecting.
package dev.fedbytweets.gettweets.x;
