/// Tries the images of the functions in containers, and measures them.
package dev.fedbytweets.docker;
