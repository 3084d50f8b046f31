/// Collects a subject's posts: asks X, stores each page the moment it arrives, moves the
/// checkpoint.
package dev.fedbytweets.gettweets;
