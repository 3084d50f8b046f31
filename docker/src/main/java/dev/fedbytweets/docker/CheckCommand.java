package dev.fedbytweets.docker;

import dev.fedbytweets.aotcache.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Checks the three images, and runs the five functions in containers from search to silver.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Looks at the images, and runs all five functions from search to silver.")
final class CheckCommand implements Callable<Integer> {

  private static final Pattern NOT_ROOT = Pattern.compile("[1-9][0-9]*(:[1-9][0-9]*)?");

  @Mixin private ImageOptions images;

  @Option(
      names = "--posts-per-hour",
      defaultValue = "12",
      description = "How many there are on X. Default: ${DEFAULT-VALUE}")
  private int postsPerHour;

  @Option(
      names = "--recordings",
      description = "A folder with recorded responses (*.json, *.jsonl) to bring to silver too.")
  private Path recordings;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    for (Function function : Function.values()) {
      look(images.of(function));
    }
    search();
    if (recordings != null) {
      bringRecordings();
    }
    return 0;
  }

  private void look(Image image) throws InterruptedException {
    Layers layers = image.layers();
    if (!layers.inOrder()) {
      throw new ImageException("%s has other layers: %s".formatted(image.name(), layers.parts()));
    }
    String user = image.user();
    if (!NOT_ROOT.matcher(user).matches()) {
      throw new ImageException("%s runs as user '%s'".formatted(image.name(), user));
    }
    List<String> command = image.command();
    if (!command.equals(List.of(image.function().handler()))) {
      throw new ImageException("%s starts %s".formatted(image.name(), command));
    }
    say("%s: %.0f MB, user %s".formatted(image.name(), layers.megabytes(), user));
  }

  private void search() throws Exception {
    try (TemporaryFolder objects = TemporaryFolder.make();
        Journey journey =
            Journey.start(images.repository(), images.limits(), objects.path(), postsPerHour)) {
      say("from search to silver: " + rows(journey.fromSearch()));
      for (Map.Entry<String, Memory> function : journey.memory().entrySet()) {
        say(
            "%s: %d MB resident and %d MB charged at most, of %d"
                .formatted(
                    function.getKey(),
                    function.getValue().resident() >> 20,
                    function.getValue().charged() >> 20,
                    images.limits().memoryMegabytes()));
      }
    }
  }

  private void bringRecordings() throws Exception {
    List<Path> files = recordedFiles();
    try (TemporaryFolder objects = TemporaryFolder.make();
        Journey journey =
            Journey.start(images.repository(), images.limits(), objects.path(), postsPerHour)) {
      say(
          "%d recorded files to silver: %s"
              .formatted(files.size(), rows(journey.fromRecordings(files))));
    }
  }

  private List<Path> recordedFiles() throws IOException {
    try (Stream<Path> files = Files.list(recordings)) {
      return files
          .filter(file -> file.toString().endsWith(".json") || file.toString().endsWith(".jsonl"))
          .sorted()
          .toList();
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }

  private static String rows(Keys silver) {
    return "%d posts, %d users, %d places"
        .formatted(silver.posts().size(), silver.users().size(), silver.places().size());
  }
}
