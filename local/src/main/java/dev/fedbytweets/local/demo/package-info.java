/// The lake shown on made-up posts.
package dev.fedbytweets.local.demo;
