/// The demo: runs on made-up posts.
package dev.fedbytweets.local.demo;
