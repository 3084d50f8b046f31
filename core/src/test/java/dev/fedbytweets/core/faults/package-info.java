/// Stores that fail on demand, for the tests of all modules.
package dev.fedbytweets.core.faults;
