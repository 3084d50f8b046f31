/// Collects a subject's posts: asks X, stores each page the moment it arrives, keeps the
/// checkpoint.
package dev.fedbytweets.gettweets;
