package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.local.lake.FileFailures;
import dev.fedbytweets.models.Classification;
import dev.fedbytweets.models.ConfusionMatrix;
import dev.fedbytweets.models.TextClassifier;
import dev.fedbytweets.models.training.LabelledText;
import dev.fedbytweets.models.training.LabelledTextException;
import dev.fedbytweets.models.training.LabelledTexts;
import dev.fedbytweets.models.training.ModelCard;
import dev.fedbytweets.models.training.TrainedModel;
import dev.fedbytweets.models.training.TrainingSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./lake train`: makes a model of labelled texts, or says how good one is. It needs no lake.
@Command(
    name = "train",
    header = "Train a model that labels texts, or say how good one is.",
    description =
        "Reads all .tsv files of a folder: label, tab, text on each line, in UTF-8. A file's name"
            + " begins with its language, such as portuguese.train.tsv or pt.tsv, else it is"
            + " English. Writes the model and, beside it, its card: data, scores by language,"
            + " mistakes. Labels of sentiment are negative, neutral and positive, or 0, 1 and 2;"
            + " those of topics are any words. The same files and seed give the same model. 60,000"
            + " texts take some minutes.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lake train sentiment labels/sentiment --output my.model",
      "  lake train --evaluate portuguese.test.tsv --model my.model"
    },
    customSynopsis = {
      "lake train KIND DIR [--embeddings] [--output=FILE] [--seed=N]",
      "       lake train --evaluate=FILE [--model=MODEL] [--lang=xx] [--embeddings]"
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  private static final String ENDING = ".model";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "What the model is to tell: ${COMPLETION-CANDIDATES}.")
  private Kind kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder with the labelled texts.")
  private Path folder;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "The model's file (default: KIND.model, with embeddings KIND-embeddings.model).")
  private Path output;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Where chance begins (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--evaluate",
      paramLabel = "FILE",
      description = "Train nothing: judge the texts of this file, and print scores by class.")
  private Path evaluated;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "What to evaluate: sentiment, topics, or a file that 'lake train' wrote (default:"
              + " sentiment).")
  private String model;

  @Option(
      names = "--lang",
      paramLabel = "xx",
      description = "The language to evaluate (default: the one that the file's name begins with).")
  private String language;

  @Option(
      names = ModelChoice.EMBEDDINGS,
      description =
          "Train a model of English that reads sentence embeddings too, or evaluate the one that"
              + " comes with the program.")
  private boolean embeddings;

  @Spec private CommandSpec spec;

  private final Terminal terminal;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private enum Kind {
    SENTIMENT,
    TOPICS;

    TrainingSettings settings(long seed, boolean embeddings) {
      return switch (this) {
        case SENTIMENT ->
            embeddings
                ? TrainingSettings.sentimentWithEmbeddings(seed)
                : TrainingSettings.sentiment(seed);
        case TOPICS ->
            embeddings
                ? TrainingSettings.topicsWithEmbeddings(seed)
                : TrainingSettings.topics(seed);
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() {
    if (evaluated != null) {
      require(kind == null && output == null, "--evaluate trains nothing");
      evaluate();
    } else {
      require(kind != null && folder != null, "name sentiment or topics, and a folder");
      require(model == null && language == null, "--model and --lang are for --evaluate");
      train();
    }
    return 0;
  }

  private void require(boolean holds, String message) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private void train() {
    if (!Files.isDirectory(folder)) {
      throw new RejectedException(
          "cannot read %s: %s"
              .formatted(folder, Files.exists(folder) ? "it is no folder" : "it does not exist"));
    }
    Path file =
        output == null ? Path.of(kind + (embeddings ? "-embeddings" : "") + ENDING) : output;
    if (Files.isDirectory(file)) {
      throw new RejectedException("cannot write %s: it is a folder".formatted(file));
    }
    if (!Files.isDirectory(file.toAbsolutePath().resolveSibling("."))) {
      throw new RejectedException("cannot write %s: its folder does not exist".formatted(file));
    }
    TrainedModel trained;
    try {
      trained =
          TrainedModel.of(kind.toString(), folder, kind.settings(seed, embeddings), terminal::say);
    } catch (IllegalStateException e) {
      throw embeddings ? new RejectedException(e.getMessage(), e) : e;
    } catch (LabelledTextException e) {
      throw new RejectedException(e.getMessage(), e);
    } catch (IOException e) {
      throw new RejectedException(
          "cannot read %s: %s".formatted(folder, FileFailures.reason(e)), e);
    }
    Path card = cardOf(file);
    new ResultFile(file).write(stream -> write(stream, trained.model().toBytes()));
    new ResultFile(card)
        .write(stream -> write(stream, ModelCard.of(trained).getBytes(StandardCharsets.UTF_8)));
    new TreeMap<>(trained.confusions())
        .forEach((code, confusion) -> ScoreLines.of(code, confusion).forEach(terminal::print));
    terminal.say("wrote %s and %s".formatted(file, card));
  }

  private static Path cardOf(Path file) {
    String name = String.valueOf(file.getFileName());
    String plain =
        name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    return file.resolveSibling(plain + ".md");
  }

  private static void write(OutputStream stream, byte[] bytes) {
    try {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void evaluate() {
    TextClassifier classifier = ModelChoice.named(model == null ? "sentiment" : model, embeddings);
    String code = language == null ? LabelledTexts.languageOf(evaluated) : language;
    if (classifier.confusion(code).isEmpty()) {
      throw new RejectedException(
          "the model does not know the language %s, only %s"
              .formatted(code, String.join(", ", classifier.languages())));
    }
    LabelledTexts texts = texts(classifier, code);
    if (texts.files().stream().anyMatch(read -> classifier.wasTrainedOn(read.sha256()))) {
      terminal.warn("the model was trained on this very file: only its card says how good it is");
    }
    ConfusionMatrix confusion = new ConfusionMatrix(classifier.labels());
    int notScored = 0;
    for (LabelledText example : texts.examples()) {
      Optional<Classification> found = classifier.classify(example.text(), code);
      if (found.isPresent()) {
        confusion.add(example.label(), classifier.labels().indexOf(found.get().label()), 1);
      } else {
        notScored++;
      }
    }
    ScoreLines.of("%s, %s".formatted(classifier.name(), code), confusion).forEach(terminal::print);
    if (notScored > 0) {
      terminal.say("%s without a word: not scored".formatted(Plural.of(notScored, "text")));
    }
  }

  private LabelledTexts texts(TextClassifier classifier, String code) {
    try {
      return LabelledTexts.ofFile(evaluated, code, classifier.labels());
    } catch (LabelledTextException e) {
      throw new RejectedException(e.getMessage(), e);
    } catch (IOException e) {
      throw new RejectedException(
          "cannot read %s: %s".formatted(evaluated, FileFailures.reason(e)), e);
    }
  }
}
