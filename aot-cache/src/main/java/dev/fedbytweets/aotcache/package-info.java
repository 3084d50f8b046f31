/// Runs a function's real path against stand-ins so that the JVM can write its ahead-of-time
/// cache, and proves that a fresh process takes the cache.
package dev.fedbytweets.aotcache;
