package dev.fedbytweets.models;

/// How much of many texts is of a class.
///
/// @param label the class
/// @param share the estimate, 0 to 1
/// @param low where the interval begins that holds the truth about eight to nine times in ten
/// @param high where it ends
public record Share(String label, double share, double low, double high) {}
