package dev.fedbytweets.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.run.SubjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  @Test
  void mediaAreAskedForOnRequest() throws IOException {
    LakeConfig config =
        read("subjects: [{name: a, query: b, media: true}, {name: c, query: d, media: false}]");

    assertThat(config.subjects()).extracting(Subject::asksForMedia).containsExactly(true, false);
    assertThat(read("subjects: [{name: a, query: b}]").subjects().getFirst().asksForMedia())
        .isFalse();
  }

  @Test
  void theOverlapOfWindowsIsASettingThatTheEnvironmentOverrules() throws IOException {
    String subjects = "subjects: [{name: a, query: b}]";
    LakeConfig config = read("window_overlap: PT2M\n" + subjects);

    assertThat(config.over(Map.of("A", "b")))
        .isEqualTo(Map.of("A", "b", "X_WINDOW_OVERLAP", "PT2M"));
    assertThat(config.over(Map.of("X_WINDOW_OVERLAP", "PT0S")))
        .isEqualTo(Map.of("X_WINDOW_OVERLAP", "PT0S"));
    assertThat(read(subjects).over(Map.of())).isEmpty();
  }

  @Test
  void whichSubjectsAskIsASettingThatTheEnvironmentOverrules() throws IOException {
    LakeConfig config =
        read(
            "subjects: [{name: b, query: b, questions: true}, {name: a, query: a, questions: true},"
                + " {name: c, query: c, questions: false}, {name: d, query: d}]");

    assertThat(config.questionSubjects()).containsExactlyInAnyOrder("a", "b");
    assertThat(config.only(named("c"), null).questionSubjects())
        .isEqualTo(config.questionSubjects());
    assertThat(config.over(Map.of())).isEqualTo(Map.of("LAKE_QUESTION_SUBJECTS", "a,b"));
    assertThat(config.over(Map.of("LAKE_QUESTION_SUBJECTS", "d")))
        .isEqualTo(Map.of("LAKE_QUESTION_SUBJECTS", "d"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                          | line 1: it is empty
          subjects: []                                                | line 1, column 11: it names no subjects
          subjects: {}                                                | line 1, column 11: subjects wants a list
          subjects: [a]                                               | line 1, column 12: subjects wants fields, such as 'name: coffee'
          subjects: [{name: a, query: b}, {name: a, query: c}]        | line 1, column 33: subject 'a' is there twice
          subjects: [{name: a, query: b, max_posts: 5}]               | line 1, column 32: 'max_posts' is not known here: it is one of max_posts_per_day, max_posts_per_month, max_posts_per_run, media, name, query, questions
          subject: [{name: a, query: b}]                              | line 1, column 1: 'subject' is not known here: it is one of ask_above_usd, subjects
          subjects:/- name: a/  query: b/  max_posts_per_run: lots    | line 4, column 22: max_posts_per_run wants a whole number, but it is 'lots'
          subjects:/- name: a/  query: b/  media: 1                   | line 4, column 10: media wants true or false, but it is '1'
          subjects:/- name: a/  query: b/  questions: often           | line 4, column 14: questions wants true or false, but it is 'often'
          subjects:/  - name: a/   query: b                           | line 3, column 4: expected <block end>, but found '<block mapping start>'
          subjects:/- name: a                                         | line 2, column 3: subject 'a' has no query
          subjects:/- query: a                                        | line 2, column 3: the subject has no name
          subjects:/- name: A B/  query: a                            | line 2, column 3: subject 'A B'
          subjects:/- name: a/  query: b/  max_posts_per_run: 5       | line 2, column 3: subject 'a': max_posts_per_run is 5
          subjects:/- name: a/  name: b                               | line 3, column 3: 'name' is there twice
          window_overlap: 1m/subjects: [{name: a, query: b}]          | line 1, column 17: window_overlap wants a time span from PT0S to PT1H, such as PT1M, but it is '1m'
          window_overlap: PT2H/subjects: [{name: a, query: b}]        | line 1, column 17: window_overlap wants a time span from PT0S to PT1H, such as PT1M, but it is 'PT2H'
          ask_above_usd: -1/subjects: [{name: a, query: b}]           | line 1, column 16: ask_above_usd wants an amount such as 10 or 2.50, but it is '-1'
          """)
  void whatIsWrongIsNamedWithItsPlace(String yaml, String problem) {
    assertThatThrownBy(() -> read(yaml.replace('/', '\n')))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("lake.yaml, " + problem);
  }

  /// Else X would be asked for what stands before the hashtag, and charge for it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          coffee OR #espresso lang:en | line 3: YAML takes '#espresso lang:en' for a comment: put the whole query in quotes
          #espresso                   | line 3: YAML takes '#espresso' for a comment: put the whole query in quotes
          "black coffee" OR tea       | line 3, column 25: expected <block end>, but found '<scalar>': put the whole query in quotes
          @user OR tea                | line 3, column 10: found character '@' that cannot start any token. (Do not use @ for indentation): put the whole query in quotes
          tea url: x                  | line 3, column 17: mapping values are not allowed here: put the whole query in quotes
          """)
  void aQueryThatNeedsQuotesIsRefusedWithWhatToDo(String query, String problem) {
    assertThatThrownBy(() -> read("subjects:\n- name: a\n  query: " + query + "\n"))
        .isInstanceOf(MisconfiguredException.class)
        .hasMessageContaining("lake.yaml, " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          '#espresso OR #tea'       | #espresso OR #tea
          "coffee #x"               | coffee #x
          coffee # the English ones | coffee
          coffee # not #tea         | coffee
          a#b                       | a#b
          >/    coffee #x           | coffee #x
          """)
  void aHashtagInQuotesAndACommentBehindAQueryAreUsual(String query, String read)
      throws IOException {
    String yaml = "subjects:\n- name: a\n  query: " + query.replace('/', '\n') + "\n";
    assertThat(read(yaml).subjects().getFirst().query().strip()).isEqualTo(read);
  }

  @Test
  void asksAboveTenDollarsUnlessToldOtherwise() throws IOException {
    assertThat(read("subjects: [{name: a, query: b}]").askAboveUsd()).isEqualByComparingTo("10");
    assertThat(read("{ask_above_usd: 2.50, subjects: [{name: a, query: b}]}").askAboveUsd())
        .isEqualByComparingTo("2.50");
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
