package dev.fedbytweets.models.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Logistic regression of each class against all others, with features scaled by how unevenly they
/// stand in the class and elsewhere (Wang and Manning 2012, "Baselines and Bigrams"). Classes count
/// the same, however many examples they have. The scales are part of the weights that come out.
/// Sentence embeddings are features like others, but not scaled.
final class LinearTraining {

  /// How precisely LIBLINEAR solves.
  private static final double TOLERANCE = 0.1;

  /// In how many texts a feature must stand.
  private static final int LEAST_TEXTS = 2;

  /// The smallest log ratio that a feature is scaled by.
  private static final double LEAST_SCALE = 0.05;

  private final List<SparseRow> rows;
  private final int[] labels;
  private final double cost;
  private final long seed;
  private final int[] columnOfPlace;
  private final int columns;
  private final int dimensions;

  private LinearTraining(
      List<SparseRow> rows, int[] labels, TrainingSettings.Table table, long seed) {
    int places = table.places();
    this.cost = table.cost();
    this.seed = seed;
    this.rows = rows;
    this.labels = labels;
    columnOfPlace = new int[places];
    for (SparseRow row : rows) {
      for (int place : row.places()) {
        columnOfPlace[place]++;
      }
    }
    int next = 0;
    for (int place = 0; place < places; place++) {
      columnOfPlace[place] = columnOfPlace[place] >= LEAST_TEXTS ? next++ : -1;
    }
    columns = next;
    dimensions = rows.getFirst().vector().length;
  }

  /// Weights of each class: for each place, for each number of an embedding, and the bias.
  record Weights(float[][] ofPlaces, float[][] ofVector, List<Double> bias) {}

  /// @param labels the class of each row
  static Weights train(
      List<SparseRow> rows, int[] labels, int classes, TrainingSettings.Table table, long seed) {
    LinearTraining training = new LinearTraining(rows, labels, table, seed);
    Problem problem = training.problem();
    float[][] weights = new float[classes][];
    float[][] ofVector = new float[classes][];
    List<Double> bias = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      double[] solved = training.solve(problem, label);
      weights[label] = training.byPlace(solved);
      ofVector[label] = training.ofVector(solved);
      bias.add(solved[solved.length - 1]);
    }
    return new Weights(weights, ofVector, bias);
  }

  private Problem problem() {
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = dimensions + columns + 1;
    problem.x = new Feature[rows.size()][];
    problem.y = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      SparseRow row = rows.get(i);
      List<Feature> features = new ArrayList<>();
      for (int j = 0; j < dimensions; j++) {
        features.add(new FeatureNode(j + 1, (double) row.vector()[j]));
      }
      for (int j = 0; j < row.places().length; j++) {
        int column = columnOfPlace[row.places()[j]];
        if (column >= 0) {
          features.add(new FeatureNode(dimensions + column + 1, (double) row.values()[j]));
        }
      }
      features.add(new FeatureNode(dimensions + columns + 1, 1));
      problem.x[i] = features.toArray(Feature[]::new);
    }
    return problem;
  }

  /// The weights of an embedding's numbers, of the columns and, last, the bias.
  private double[] solve(Problem problem, int label) {
    double[] scales = scales(label);
    scale(problem, scales);
    int ofClass = 0;
    for (int i = 0; i < labels.length; i++) {
      problem.y[i] = labels[i] == label ? 1 : 0;
      ofClass += labels[i] == label ? 1 : 0;
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, cost, TOLERANCE);
    parameter.setRandom(new Random(seed));
    parameter.setWeights(classWeights(ofClass), new int[] {1, 0});
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double[] weights = model.getFeatureWeights();
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] solved = new double[dimensions + columns + 1];
    for (int i = 0; i < solved.length; i++) {
      int column = i - dimensions;
      boolean isScaled = column >= 0 && column < columns;
      solved[i] = sign * weights[i] * (isScaled ? scales[column] : 1);
    }
    for (int column = 0; column < columns; column++) {
      scales[column] = 1 / scales[column];
    }
    scale(problem, scales);
    return solved;
  }

  /// What examples of the class and others count: all classes as much as the class has on average.
  private double[] classWeights(int ofClass) {
    int[] counts = new int[Arrays.stream(labels).max().orElse(0) + 1];
    for (int other : labels) {
      counts[other]++;
    }
    double classes = Arrays.stream(counts).filter(count -> count > 0).count();
    double mean = labels.length / classes;
    double others = labels.length - (double) ofClass;
    return new double[] {mean / Math.max(1, ofClass), (classes - 1) * mean / Math.max(1, others)};
  }

  /// Of each column the size of the log ratio of its frequencies, mean 1.
  private double[] scales(int label) {
    double[] with = new double[columns];
    double[] without = new double[columns];
    Arrays.fill(with, 1);
    Arrays.fill(without, 1);
    double examples = 0;
    for (int i = 0; i < labels.length; i++) {
      examples += labels[i] == label ? 1 : 0;
      double[] counts = labels[i] == label ? with : without;
      for (int place : rows.get(i).places()) {
        int column = columnOfPlace[place];
        if (column >= 0) {
          counts[column]++;
        }
      }
    }
    double ratio = StrictMath.log(Math.max(1, examples) / Math.max(1, labels.length - examples));
    double sum = 0;
    for (int column = 0; column < columns; column++) {
      double odds = StrictMath.log(with[column] / without[column]);
      with[column] = Math.max(LEAST_SCALE, Math.abs(odds - ratio));
      sum += with[column];
    }
    for (int column = 0; column < columns; column++) {
      with[column] *= columns / sum;
    }
    return with;
  }

  private void scale(Problem problem, double[] scales) {
    for (Feature[] row : problem.x) {
      for (int i = dimensions; i < row.length - 1; i++) {
        row[i].setValue(row[i].getValue() * scales[row[i].getIndex() - 1 - dimensions]);
      }
    }
  }

  private float[] byPlace(double[] solved) {
    float[] weights = new float[columnOfPlace.length];
    for (int place = 0; place < weights.length; place++) {
      int column = columnOfPlace[place];
      weights[place] = column < 0 ? 0 : (float) solved[dimensions + column];
    }
    return weights;
  }

  private float[] ofVector(double[] solved) {
    float[] weights = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      weights[i] = (float) solved[i];
    }
    return weights;
  }
}
