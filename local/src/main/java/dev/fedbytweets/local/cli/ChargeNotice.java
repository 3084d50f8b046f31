package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.failure.RejectedException;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.gettweets.ExpectedCharge;
import dev.fedbytweets.gettweets.ExpectedCharge.ChangedQuery;
import dev.fedbytweets.gettweets.ExpectedCharge.Expectation;
import dev.fedbytweets.local.lake.TypedCommand;
import dev.fedbytweets.local.run.LakeConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run is expected to cost, and whether a person agrees.
///
/// @param usd what X may charge, at most for media, US dollars; empty if nothing limits it
/// @param posts that are expected, by subject, as far as they are known
/// @param canRead whether X answered for every subject, if only that it gives no count, and accepts
///     the token
record ChargeNotice(Optional<BigDecimal> usd, Map<String, Long> posts, boolean canRead) {

  /// Asks X how many posts there are, and shows what they cost.
  ///
  /// @param run the command that collects, without the names of subjects
  static ChargeNotice show(
      Terminal terminal, ExpectedCharge charge, LakeConfig config, TypedCommand run) {
    List<Expectation> expected = new ArrayList<>();
    Map<String, Long> posts = new HashMap<>();
    for (Subject subject : config.subjects()) {
      Expectation expectation = charge.of(subject);
      terminal.say("%s: %s".formatted(subject.name(), words(expectation)));
      expectation.changed().ifPresent(changed -> terminal.say(words(subject, changed, run)));
      expected.add(expectation);
      expectation.posts().ifPresent(count -> posts.put(subject.name().value(), count));
    }
    Optional<BigDecimal> sum =
        expected.stream()
            .map(Expectation::usd)
            .reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    BigDecimal media =
        expected.stream()
            .flatMap(expectation -> expectation.mostMediaUsd().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean isCounted = expected.stream().allMatch(Expectation::isCounted);
    terminal.say(
        "expected charge: %s%s"
            .formatted(
                sum.map(usd -> (isCounted ? "about $" : "at most $") + Money.dollars(usd))
                    .orElse("not known, and no limit is set"),
                media.signum() == 0
                    ? ""
                    : ", and up to $%s for media".formatted(Money.dollars(media))));
    boolean canRead = expected.stream().allMatch(expectation -> expectation.failure().isEmpty());
    return new ChargeNotice(sum.map(media::add), posts, canRead);
  }

  /// Goes on if the charge is small enough or a person agrees.
  ///
  /// @param threshold the largest charge that needs no consent, US dollars
  /// @throws RejectedException if nobody agrees
  void requireConsent(Terminal terminal, BigDecimal threshold) {
    if (usd.isPresent() && usd.get().compareTo(threshold) <= 0) {
      return;
    }
    String above =
        usd.map(
                sum ->
                    "$%s is more than $%s".formatted(Money.dollars(sum), Money.dollars(threshold)))
            .orElse("nothing limits what this run may cost");
    if (!terminal.kind().asks()) {
      throw new RejectedException(
          "%s: nothing was read. Call it with --yes, or set max_posts_per_run or ask_above_usd in"
                  .formatted(above)
              + " lake.yaml");
    }
    if (!terminal.agrees(above + ". Go on?")) {
      throw new RejectedException("nothing was read");
    }
  }

  private static String words(Expectation expected) {
    String noCount = expected.failure().orElse("X gives no count");
    if (expected.posts().isEmpty()) {
      return noCount + "; and the subject has no limit";
    }
    return "%s %s to read, $%s with the count%s"
        .formatted(
            expected.isCounted() ? "about" : noCount + "; at most",
            Plural.of(expected.posts().get(), "post"),
            Money.dollars(expected.usd().orElseThrow()),
            expected
                .mostMediaUsd()
                .map(
                    usd ->
                        "; how many media they have is not known before, up to $%s more"
                            .formatted(Money.dollars(usd)))
                .orElse(""));
  }

  private static String words(Subject subject, ChangedQuery changed, TypedCommand run) {
    return """
             its query has changed. The former one:
               %s
             %s Earlier days are not searched anew. This does it:
               %s\
             """
        .indent(2)
        .formatted(
            changed.former(),
            changed.endsOpenWindow()
                ? "With that the open window is read to its end; later ones use the new one."
                : "The search goes on with the new one where that ended.",
            run.with("--subject", subject.name().value())
                .with("--from", TypedTime.fullHourFrom(changed.searchedFrom())))
        .stripTrailing();
  }
}
