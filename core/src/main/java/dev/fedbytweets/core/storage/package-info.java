/// Where things are in the lake, and the port through which they are read and written.
package dev.fedbytweets.core.storage;
