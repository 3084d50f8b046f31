package dev.fedbytweets.models.training;

/// An example to learn from or to be judged by.
///
/// @param language the text's language, such as `pt`
/// @param label the index of its class
/// @param text the text, of any length
public record LabelledText(String language, int label, String text) {}
