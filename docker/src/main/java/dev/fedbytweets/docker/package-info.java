/// Checks and measures the functions' images in containers.
package dev.fedbytweets.docker;
