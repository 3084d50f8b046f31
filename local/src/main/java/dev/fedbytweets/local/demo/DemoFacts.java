package dev.fedbytweets.local.demo;

import dev.fedbytweets.core.run.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Made-up facts to stand beside the posts of the demo: how many cups a made-up shop sold.
public final class DemoFacts {

  /// The table.
  public static final String NAME = "cups_sold";

  private static final int DAYS = 14;
  private static final int USUALLY = 240;
  private static final int MORE_TOWARDS_SUNDAY = 35;

  private DemoFacts() {}

  /// The facts of the two weeks up to a time, as CSV.
  public static String csv(List<Subject> subjects, Instant until) {
    LocalDate last = until.atOffset(ZoneOffset.UTC).toLocalDate();
    return IntStream.rangeClosed(1, DAYS)
        .mapToObj(day -> last.minusDays(DAYS - day))
        .flatMap(
            day ->
                subjects.stream()
                    .map(subject -> "%s,%s,%d".formatted(day, subject.name(), cups(day, subject))))
        .collect(Collectors.joining("\n", "day,subject,cups_sold\n", "\n"));
  }

  private static int cups(LocalDate day, Subject subject) {
    int week = MORE_TOWARDS_SUNDAY * day.getDayOfWeek().getValue();
    return USUALLY + week + subject.name().value().length() * day.getDayOfMonth();
  }
}
