/// Labels posts by small linear models: sentiment in eight languages, topics of English questions.
/// [TextClassifier] labels a text, [ShareEstimator] corrects the shares of labels among many.
///
/// A text becomes [Tokens], and these the hashes of their word 1- and 2-grams and character 3- to
/// 5-grams ([FeatureHashes]). Each hash is a place in a [WeightTable] of eight-bit weights, one for
/// each class; their sums, made probabilities, are the answer. A [ModelFile] holds the tables and
/// what was measured when it was trained. The JDK is all that is needed; the package `training`
/// makes the files.
@NullMarked
package dev.fedbytweets.models;

import org.jspecify.annotations.NullMarked;
