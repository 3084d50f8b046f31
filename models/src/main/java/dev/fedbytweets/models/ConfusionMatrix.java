package dev.fedbytweets.models;

import java.util.List;

/// How often texts of each class were given each label: what a model's scores are made of.
/// Labels are the classes and perhaps more. Adding an example changes it; it is not safe for use
/// by several threads while that goes on.
public final class ConfusionMatrix {

  private final List<String> classes;
  private final List<String> labels;
  private final long[][] counts;

  /// Without any example; the labels are the classes.
  public ConfusionMatrix(List<String> classes) {
    this(classes, classes);
  }

  /// Without any example.
  ///
  /// @param labels the classes and, after them, other labels
  public ConfusionMatrix(List<String> classes, List<String> labels) {
    if (!labels.subList(0, classes.size()).equals(classes)) {
      throw new IllegalArgumentException("Labels begin with the classes");
    }
    this.classes = List.copyOf(classes);
    this.labels = List.copyOf(labels);
    counts = new long[classes.size()][labels.size()];
  }

  /// The classes, in the order of the indexes below.
  public List<String> classes() {
    return classes;
  }

  /// The labels, in the order of the indexes below.
  public List<String> labels() {
    return labels;
  }

  /// Counts examples of a class (its index) that were labelled as one.
  public void add(int actual, int labelled, long examples) {
    counts[actual][labelled] += examples;
  }

  /// How many examples of a class were labelled as one.
  public long count(int actual, int labelled) {
    return counts[actual][labelled];
  }

  /// How many examples there are.
  public long total() {
    long total = 0;
    for (int actual = 0; actual < counts.length; actual++) {
      total += support(actual);
    }
    return total;
  }

  /// How many examples of a class there are.
  public long support(int actual) {
    long sum = 0;
    for (long count : counts[actual]) {
      sum += count;
    }
    return sum;
  }

  /// The share of the examples labelled as a class that are of it; 0 if none is labelled so.
  public double precision(int label) {
    long labelled = 0;
    for (long[] ofClass : counts) {
      labelled += ofClass[label];
    }
    return ratio(counts[label][label], labelled);
  }

  /// The share of the examples of a class that are labelled as it; 0 if there is none.
  public double recall(int label) {
    return ratio(counts[label][label], support(label));
  }

  /// The harmonic mean of precision and recall; 0 if both are.
  public double f1(int label) {
    double precision = precision(label);
    double recall = recall(label);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /// The mean of the recalls of the classes that have examples.
  public double macroRecall() {
    double sum = 0;
    for (int label = 0; label < counts.length; label++) {
      sum += recall(label);
    }
    return sum / Math.max(1, classesWithExamples());
  }

  /// The mean of the F1 scores of the classes that have examples.
  public double macroF1() {
    double sum = 0;
    for (int label = 0; label < counts.length; label++) {
      sum += support(label) == 0 ? 0 : f1(label);
    }
    return sum / Math.max(1, classesWithExamples());
  }

  /// The share of the examples that are labelled as what they are.
  public double accuracy() {
    long right = 0;
    for (int label = 0; label < counts.length; label++) {
      right += counts[label][label];
    }
    return ratio(right, total());
  }

  private int classesWithExamples() {
    int with = 0;
    for (int label = 0; label < counts.length; label++) {
      with += support(label) > 0 ? 1 : 0;
    }
    return with;
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / (double) whole;
  }
}
