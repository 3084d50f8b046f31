/// A stand-in for X on this machine: an HTTP server that behaves as X's recent search does, its
/// rate limits and its failures included, over a made-up world of posts.
package dev.fedbytweets.xstandin;
