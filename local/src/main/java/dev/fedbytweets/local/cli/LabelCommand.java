package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileFailures;
import dev.fedbytweets.models.TextClassifier;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./lake label`: what a model says of texts in a file. It needs no lake.
@Command(
    name = "label",
    header = "Label texts: their sentiment, or the topic of questions.",
    description =
        "Prints each line of a file with its label and its probability before it, separated by"
            + " tabs: negative, neutral or positive, or a topic; - and - for an empty line, and for"
            + " a language that the model was not trained on. Needs no lake. What the models can"
            + " and cannot do is in their cards, models/cards.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lake label --lang pt posts.txt",
      "  lake label --model topics questions.txt.gz | cut -f1 | sort | uniq -c",
      "  lake label --embeddings posts.txt",
      "  lake query --format csv \"SELECT ...\" | lake label -"
    },
    mixinStandardHelpOptions = true)
final class LabelCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";
  private static final int BUFFER = 1 << 16;
  private static final int SMALL_BUFFER = 1 << 11;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final byte[] UTF_16_BIG = {(byte) 0xfe, (byte) 0xff};
  private static final byte[] UTF_16_LITTLE = {(byte) 0xff, (byte) 0xfe};
  private static final byte[] UTF_8_MARK_BEGIN = {(byte) 0xef, (byte) 0xbb};
  private static final int UTF_8_MARK_END = 0xbf;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "sentiment",
      description =
          "sentiment, topics, or a file that 'lake train' wrote (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(
      names = "--lang",
      paramLabel = "xx",
      defaultValue = "en",
      description = "The language of the texts, such as pt (default: ${DEFAULT-VALUE}).")
  private String language;

  @Option(
      names = ModelChoice.EMBEDDINGS,
      description =
          "Take sentence embeddings of English texts into account: more often right, and hundreds"
              + " of times slower.")
  private boolean embeddings;

  @Parameters(
      paramLabel = "FILE",
      description = "Texts in UTF-8, one on each line, plain or in gzip; - for standard input.")
  private Path file;

  private final Terminal terminal;

  LabelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (InputStream in = open()) {
      TextClassifier classifier = ModelChoice.named(model, embeddings);
      if (classifier.confusion(language).isEmpty()) {
        terminal.warn(
            "the model does not know the language %s, only %s: nothing is scored"
                .formatted(language, String.join(", ", classifier.languages())));
      }
      boolean isSlow = classifier.readsEmbeddings(language);
      if (embeddings && !isSlow && classifier.confusion(language).isPresent()) {
        terminal.say("texts of the language %s are judged without embeddings".formatted(language));
      }
      OutputStream out = new BufferedOutputStream(terminal.results(), BUFFER);
      label(in, new TextLines(classifier, language, out), out, isSlow);
    } catch (IOException e) {
      // Only closing what was read can have failed: what it held has been labelled.
      terminal.warn(cannotRead(e));
    }
    return 0;
  }

  private InputStream open() {
    try {
      InputStream source =
          new BufferedInputStream(isInput() ? System.in : Files.newInputStream(file), BUFFER);
      source.mark(2);
      boolean isGzip = source.read() == GZIP_FIRST && source.read() == GZIP_SECOND;
      source.reset();
      return afterMark(isGzip ? new GZIPInputStream(source, BUFFER) : source);
    } catch (IOException e) {
      throw new RejectedException(cannotRead(e), e);
    }
  }

  /// The texts without the mark that some programs put before UTF-8. Waits for two bytes at most,
  /// so that whoever types lines is answered.
  private InputStream afterMark(InputStream texts) throws IOException {
    byte[] first = texts.readNBytes(2);
    if (Arrays.equals(first, UTF_16_BIG) || Arrays.equals(first, UTF_16_LITTLE)) {
      throw new RejectedException(
          "cannot read %s: it is UTF-16; write it as UTF-8".formatted(name()));
    }
    if (Arrays.equals(first, UTF_8_MARK_BEGIN)) {
      int third = texts.read();
      if (third == UTF_8_MARK_END) {
        return texts;
      }
      first = third < 0 ? first : new byte[] {first[0], first[1], (byte) third};
    }
    return new SequenceInputStream(new ByteArrayInputStream(first), texts);
  }

  /// Where labelling is slow, few lines are taken at once, and their number is shown.
  ///
  /// If the output cannot be written, nothing more is read; the terminal says why.
  private void label(InputStream in, TextLines lines, OutputStream out, boolean isSlow) {
    byte[] bytes = new byte[isSlow ? SMALL_BUFFER : BUFFER];
    RejectedException damage = null;
    try {
      int count = 0;
      while (count >= 0) {
        lines.add(bytes, count);
        if (isSlow && !terminal.kind().hasResults()) {
          terminal.showProgress(() -> "  %,d lines labelled".formatted(lines.count()));
        }
        if (isWaiting(in)) {
          out.flush();
        }
        try {
          count = in.read(bytes);
        } catch (IOException e) {
          damage = new RejectedException(cannotRead(e), e);
          count = -1;
        }
      }
      lines.finish();
      out.flush();
    } catch (IOException e) {
      return;
    }
    if (damage != null) {
      throw damage;
    }
  }

  /// Whoever types lines, or pipes them slowly, sees their labels before the next ones.
  private static boolean isWaiting(InputStream in) {
    try {
      return in.available() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isInput() {
    return file.toString().equals(STANDARD_INPUT);
  }

  private String cannotRead(IOException failure) {
    String reason =
        failure instanceof EOFException || failure instanceof ZipException
            ? "its gzip is damaged"
            : FileFailures.reason(failure);
    return "cannot read %s: %s".formatted(name(), reason);
  }

  private String name() {
    return isInput() ? "standard input" : file.toString();
  }
}
