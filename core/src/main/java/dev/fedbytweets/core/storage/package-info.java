/// Where things lie below the root of the lake, and the port through which they are read and
/// written.
package dev.fedbytweets.core.storage;
