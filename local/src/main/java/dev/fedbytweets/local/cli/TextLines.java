package dev.fedbytweets.local.cli;

import dev.fedbytweets.models.Classification;
import dev.fedbytweets.models.TextClassifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Writes lines again, each with its label before it: label, tab, probability, tab, the line as it
/// came. Where nothing is scored, label and probability are `-`. A line ends with a line feed; a
/// carriage return before it stays. Of a very long line the first part is judged, and no more of it
/// is held in memory.
final class TextLines {

  private static final int LONGEST = 1 << 16;
  private static final byte[] NOT_SCORED = {'-', '\t', '-', '\t'};
  private static final int DIGITS = 10_000;

  private final TextClassifier model;
  private final String language;
  private final OutputStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean hasLabel;
  private boolean hasBegun;
  private long count;

  /// @param language of all texts
  TextLines(TextClassifier model, String language, OutputStream out) {
    this.model = model;
    this.language = language;
    this.out = out;
  }

  /// Takes in more bytes, and writes the lines that end among them.
  ///
  /// @throws IOException if they cannot be written
  void add(byte[] bytes, int length) throws IOException {
    int from = 0;
    for (int at = 0; at < length; at++) {
      if (bytes[at] == '\n') {
        append(bytes, from, at);
        end();
        from = at + 1;
      }
    }
    append(bytes, from, length);
  }

  /// Writes a last line that has no end.
  ///
  /// @throws IOException if it cannot be written
  void finish() throws IOException {
    if (hasBegun) {
      end();
    }
  }

  /// How many lines have ended.
  long count() {
    return count;
  }

  private void append(byte[] bytes, int from, int to) throws IOException {
    int next = from;
    hasBegun |= to > from;
    if (!hasLabel) {
      next = Math.min(to, from + LONGEST - line.size());
      line.write(bytes, from, next - from);
      if (next < to) {
        label();
      }
    }
    out.write(bytes, next, to - next);
  }

  private void end() throws IOException {
    if (!hasLabel) {
      label();
    }
    out.write('\n');
    hasLabel = false;
    hasBegun = false;
    count++;
  }

  private void label() throws IOException {
    String text = line.toString(StandardCharsets.UTF_8);
    Optional<Classification> found = model.classify(text, language);
    if (found.isPresent()) {
      String label = found.get().label();
      String probability = decimals(found.get().probability());
      out.write((label + "\t" + probability + "\t").getBytes(StandardCharsets.UTF_8));
    } else {
      out.write(NOT_SCORED);
    }
    line.writeTo(out);
    line.reset();
    hasLabel = true;
  }

  /// Four decimals.
  private static String decimals(double probability) {
    long rounded = Math.round(probability * DIGITS);
    return rounded / DIGITS + "." + String.valueOf(DIGITS + rounded % DIGITS).substring(1);
  }
}
