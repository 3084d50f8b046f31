/// Trains models: [Trainer] makes one of [LabelledTexts], [CrossValidation] measures it on texts
/// that it was not trained on, [ModelCard] writes down what came out. The weights are found by
/// LIBLINEAR. The same texts and seed give the same bytes.
@NullMarked
package dev.fedbytweets.models.training;

import org.jspecify.annotations.NullMarked;
