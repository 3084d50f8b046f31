package dev.fedbytweets.togold.page;

import com.fasterxml.jackson.annotation.JsonFormat;

/// A word that moves up, beside what it was in the days before: an array in JSON.
///
/// @param word its number among the model's words
/// @param posts that have it
/// @param share of all posts of these days, in hundredths of a percent
/// @param rank from 1
/// @param before posts of the days before, or -1 if they are too few to be shown
/// @param shareBefore their share; -1 if it is not shown
/// @param rankBefore their rank; 0 if there is none, or it is not shown
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record PageMover(
    int word, long posts, long share, int rank, long before, long shareBefore, int rankBefore) {}
