/// The door to X: what is asked, how it is asked, and what the answers mean.
package dev.fedbytweets.gettweets.x;
