/// A made-up world of posts, authors and places: the same seed gives the same world, any hour of
/// it is made only when it is looked at. Every name and text is invented.
package dev.fedbytweets.xstandin.posts;
