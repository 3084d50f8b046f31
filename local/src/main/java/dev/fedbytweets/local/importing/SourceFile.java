package dev.fedbytweets.local.importing;

import java.nio.file.Path;

/// A file to be imported.
///
/// @param path the path as it was named, or as it was found in a folder that was named
/// @param bytes the size on the disk
record SourceFile(Path path, long bytes) {}
