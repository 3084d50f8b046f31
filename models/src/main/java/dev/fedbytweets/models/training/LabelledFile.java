package dev.fedbytweets.models.training;

/// A file that examples came from.
///
/// @param name its path within the folder that was read, with slashes
/// @param language the language of its texts
/// @param examples how many it holds
/// @param sha256 the hash of its bytes in hexadecimal digits
public record LabelledFile(String name, String language, int examples, String sha256) {}
