package dev.fedbytweets.embeddings;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// A language model that makes a vector of each word piece of a text; the text's is their mean,
/// with length 1. Its weights are in eight bits, and it scales what it multiplies them with by all
/// that it is given at once: so it is given one text at a time, and what stands beside a text does
/// not matter. Any number of threads may use one, each on its own processor.
final class OnnxModel {

  /// What the model can read at most.
  private static final int MOST_PIECES = 512;

  /// Vectors are rounded to this many steps to 1, so that the last bit of a sum rarely matters.
  private static final double STEPS = 4096;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;

  private OnnxModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
  }

  /// Loads a model, which stays in memory.
  ///
  /// @param file the resource that holds it
  /// @throws IllegalStateException if it is not there or cannot be read
  /// @throws LinkageError if ONNX Runtime is not there, or does not work here
  static OnnxModel load(String file) {
    try (InputStream model = resource(file);
        InputStream vocabulary = resource("/bert-vocabulary-en.txt");
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      return new OnnxModel(environment, session, WordPieces.read(vocabulary, MOST_PIECES));
    } catch (OrtException | IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /// The vector of a text, of which no more is read than the model can.
  ///
  /// @throws IllegalStateException if the model fails
  float[] vector(String text) {
    long[] ids = pieces.of(text);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = tensor(ids);
        OnnxTensor mask = tensor(ones);
        OnnxTensor types = tensor(new long[ids.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      return mean(((float[][][]) result.get(0).getValue())[0]);
    } catch (OrtException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values), new long[] {1, values.length});
  }

  private static float[] mean(float[][] ofPieces) {
    double[] sums = new double[ofPieces[0].length];
    for (float[] ofPiece : ofPieces) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += (double) ofPiece[i];
      }
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    double length = Math.sqrt(squares);
    float[] vector = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      vector[i] = (float) (Math.round(sums[i] / length * STEPS) / STEPS);
    }
    return vector;
  }

  private static InputStream resource(String name) throws IOException {
    InputStream found = OnnxModel.class.getResourceAsStream(name);
    if (found == null) {
      throw new FileNotFoundException(name + " is missing");
    }
    return found;
  }
}
