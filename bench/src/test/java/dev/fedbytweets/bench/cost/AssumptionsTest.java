package dev.fedbytweets.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.aotcache.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AssumptionsTest {

  private static final Path SIZES =
      Path.of("..", "terraform", "modules", "pipeline", "variables.tf");
  private static final Pattern SIZE =
      Pattern.compile("(\\w+)\\s+= optional\\(.*\\{ memory_mb = (\\d+),");

  @Test
  void functionsHaveTheMemoryThatTerraformGivesThem() throws IOException {
    Map<String, Integer> sizes =
        SIZE.matcher(Files.readString(SIZES))
            .results()
            .collect(
                Collectors.toMap(size -> size.group(1), size -> Integer.valueOf(size.group(2))));

    assertThat(sizes)
        .isEqualTo(
            Arrays.stream(Function.values())
                .collect(
                    Collectors.toMap(
                        function -> function.name().toLowerCase(Locale.ROOT),
                        Assumptions::memoryMegabytes)));
  }
}
