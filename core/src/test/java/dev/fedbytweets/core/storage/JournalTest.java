package dev.fedbytweets.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

  private static final SubjectName COFFEE = new SubjectName("coffee");
  private static final SubjectName TEA = new SubjectName("tea");

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final Journal journal = new Journal(store);

  @Test
  void entriesAreNumberedFromOneForEachSubject() {
    assertThat(journal.append(COFFEE, from(1), 0)).isEqualTo(1);
    assertThat(journal.append(COFFEE, from(5), 0)).isEqualTo(2);
    assertThat(journal.append(TEA, from(1), 0)).isEqualTo(1);

    assertThat(journal.subjects()).containsExactly(COFFEE, TEA);
    assertThat(journal.from(COFFEE, 1)).containsExactly(1, 2);
    assertThat(journal.from(COFFEE, 2)).containsExactly(2);
    assertThat(journal.from(COFFEE, 3)).isEmpty();
    assertThat(journal.last(COFFEE)).isEqualTo(2);
    assertThat(journal.last(new SubjectName("mate"))).isZero();
  }

  @Test
  void anEntryIsReadAsItWasAppended() {
    JournalEntry pages = new JournalEntry.Pages(List.of(page(1), page(7)));

    journal.append(COFFEE, from(3), 0);
    journal.append(COFFEE, pages, 1);

    assertThat(journal.read(COFFEE, 1)).isEqualTo(from(3));
    assertThat(journal.read(COFFEE, 2)).isEqualTo(pages);
    assertThat(store.read("state/journal/coffee/00000001").orElseThrow().body())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("from raw/subject=coffee/date=2026-11-21/run=r/page-00003.json.gz\n");
  }

  @Test
  void anEntryOfAnotherWriterIsNotOverwritten() {
    journal.append(COFFEE, from(1), 0);

    int number = journal.append(COFFEE, from(2), 0);

    assertThat(number).isEqualTo(2);
    assertThat(journal.read(COFFEE, 1)).isEqualTo(from(1));
  }

  @Test
  void anEntryThatIsGoneIsRejected() {
    assertThatThrownBy(() -> journal.read(COFFEE, 1))
        .isInstanceOf(RejectedException.class)
        .hasMessage("memory:state/journal/coffee/00000001 is gone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"to raw/x\n", "page x\n", "from raw/a\nfrom raw/b\n"})
  void whatIsNoEntryIsRejected(String text) {
    store.writeIfAbsent(
        "state/journal/coffee/00000001", text.getBytes(StandardCharsets.UTF_8), Map.of());

    assertThatThrownBy(() -> journal.read(COFFEE, 1)).isInstanceOf(RejectedException.class);
  }

  @Test
  void onlyANumberedPageHasPagesAfterIt() {
    PageKey imported =
        new PageKey(COFFEE, LocalDate.of(2026, 11, 21), PageKey.IMPORTED, "0".repeat(64));

    assertThatThrownBy(() -> new JournalEntry.From(imported))
        .isInstanceOf(IllegalStateException.class);
  }

  @Property(tries = 50)
  void whereverTheSearchForTheEndStartsNoEntryIsLost(
      @ForAll @IntRange(min = 1, max = 20) int entries, @ForAll @IntRange(min = 0) int seed) {
    Journal ours = new Journal(new MemoryObjectStore());

    for (int i = 0; i < entries; i++) {
      assertThat(ours.append(COFFEE, from(i + 1), seed % (i + 1))).isEqualTo(i + 1);
    }

    assertThat(ours.from(COFFEE, 1))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, entries).boxed().toList());
  }

  private static JournalEntry from(int number) {
    return new JournalEntry.From(page(number));
  }

  private static PageKey page(int number) {
    return PageKey.numbered(COFFEE, LocalDate.of(2026, 11, 21), new RunName("r"), number);
  }
}
