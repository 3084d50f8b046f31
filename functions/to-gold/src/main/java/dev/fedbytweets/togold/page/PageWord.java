package dev.fedbytweets.togold.page;

import com.fasterxml.jackson.annotation.JsonFormat;

/// A row of a list: an array in JSON.
///
/// @param word its number among the model's words
/// @param posts that have it
/// @param share of the posts that have some word, in hundredths of a percent
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record PageWord(int word, long posts, long share) {}
