package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeConfigTest {

  @TempDir private Path folder;

  @Test
  void readsSubjectsWithTheirLimits() throws IOException {
    LakeConfig config =
        read(
            "subjects: [{name: tea, query: 'green tea', max_posts_per_run: 100}, {name: a, query: b}]");

    assertThat(config.subjects())
        .extracting(Subject::name)
        .containsExactly(named("tea"), named("a"));
    assertThat(config.subjects().getFirst().query()).isEqualTo("green tea");
    assertThat(config.subjects().getFirst().maxPostsPerRun()).isEqualTo(100);
    assertThat(config.subjects().getLast().maxPostsPerRun()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          subjects: []                                              | it names no subjects
          subjects: [{name: a, query: b}, {name: a, query: c}]      | subject 'a' is there twice
          subjects: [{name: a, query: b, max_posts: 5}]             | 'max_posts' in a subject is not known
          subject: [{name: a, query: b}]                            | 'subject' at the top is not known
          """)
  void whatIsWrongIsNamed(String yaml, String problem) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("lake.yaml: " + problem);
  }

  @Test
  void takesAsManySubjectsAsFitIntoAPayload() throws IOException {
    assertThat(read(subjects(LakeConfig.MOST_SUBJECTS)).subjects()).hasSize(100);
    assertThatThrownBy(() -> read(subjects(LakeConfig.MOST_SUBJECTS + 1)))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("it names 101 subjects, at most 100 are possible");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> LakeConfig.read(folder.resolve("none.yaml")))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("there is no ")
        .hasMessageContaining("see lake.example.yaml");
  }

  private LakeConfig read(String yaml) throws IOException {
    return LakeConfig.read(Files.writeString(folder.resolve("lake.yaml"), yaml));
  }

  private static String subjects(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> "{name: s%d, query: q}".formatted(number))
        .collect(Collectors.joining(", ", "subjects: [", "]"));
  }

  private static SubjectName named(String name) {
    return new SubjectName(name);
  }
}
