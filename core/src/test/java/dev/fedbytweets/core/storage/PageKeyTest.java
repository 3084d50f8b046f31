package dev.fedbytweets.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageKeyTest {

  private static final SubjectName COFFEE = new SubjectName("coffee");
  private static final LocalDate DATE = LocalDate.of(2026, 11, 21);
  private static final RunName RUN = new RunName("run-1");

  @Test
  void aFetchedPageIsNamedByItsNumber() {
    PageKey key = PageKey.numbered(COFFEE, DATE, RUN, 7);

    assertThat(key.key())
        .isEqualTo("raw/subject=coffee/date=2026-11-21/run=run-1/page-00007.json.gz");
    assertThat(key.fileName())
        .isEqualTo("subject=coffee/date=2026-11-21/run=run-1/page-00007.json.gz");
    assertThat(key.number()).isEqualTo(7);
  }

  @Test
  void anImportedPageIsNamedByItsContent() {
    PageKey key = new PageKey(COFFEE, DATE, PageKey.IMPORTED, "0a".repeat(32));

    assertThat(key.key())
        .isEqualTo(
            "raw/subject=coffee/date=2026-11-21/run=import/page-%s.json.gz"
                .formatted("0a".repeat(32)));
    assertThatThrownBy(key::number).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "raw/",
        "state/subject=coffee/date=2026-11-21/run=r/page-00001.json.gz",
        "raw/subject=coffee/date=2026-11-21/run=r/page-00001.json",
        "raw/subject=coffee/date=2026-11-21/run=r/page-00001.json.gz.meta.json",
        "raw/subject=coffee/date=2026-11-31/run=r/page-00001.json.gz",
        "raw/subject=Coffee/date=2026-11-21/run=r/page-00001.json.gz",
        "raw/subject=coffee/date=2026-11-21/run=r/page-0001.json.gz",
        "raw/subject=coffee/date=2026-11-21/run=r/x/page-00001.json.gz"
      })
  void whatIsNoPageIsRejected(String key) {
    assertThatThrownBy(() -> PageKey.ofKey(key)).isInstanceOf(RejectedException.class);
  }

  @Property
  void aKeyNamesItsPage(@ForAll("pages") PageKey page) {
    assertThat(PageKey.ofKey(page.key())).isEqualTo(page);
    assertThat(PageKey.ofFileName(page.fileName())).isEqualTo(page);
    assertThat(page.key())
        .startsWith(LakeLayout.pages(page.subject(), page.date(), page.run()))
        .startsWith(LakeLayout.pages(page.subject()));
  }

  @Property
  void keysOfARunAreInTheOrderOfTheirNumbers(
      @ForAll @IntRange(min = 1, max = 99_999) int one,
      @ForAll @IntRange(min = 1, max = 99_999) int other) {
    String first = PageKey.numbered(COFFEE, DATE, RUN, one).key();
    String second = PageKey.numbered(COFFEE, DATE, RUN, other).key();

    assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.compare(one, other));
  }

  @Provide
  Arbitrary<PageKey> pages() {
    Arbitrary<SubjectName> subjects =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withChars('0', '9', '_', '-')
            .ofMinLength(1)
            .ofMaxLength(64)
            .filter(name -> Character.isLetterOrDigit(name.charAt(0)))
            .map(SubjectName::new);
    Arbitrary<LocalDate> dates =
        Arbitraries.longs()
            .between(LocalDate.of(2010, 1, 1).toEpochDay(), LocalDate.of(2100, 1, 1).toEpochDay())
            .map(LocalDate::ofEpochDay);
    Arbitrary<RunName> runs =
        Arbitraries.strings()
            .alpha()
            .withChars('0', '.', '_', '-')
            .ofMinLength(1)
            .ofMaxLength(80)
            .filter(name -> Character.isLetterOrDigit(name.charAt(0)))
            .map(RunName::new);
    Arbitrary<String> numbers =
        Arbitraries.integers().between(1, 999_999_999).map("%05d"::formatted);
    Arbitrary<String> hashes = Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
    return Combinators.combine(subjects, dates, runs, Arbitraries.oneOf(numbers, hashes))
        .as(PageKey::new);
  }
}
