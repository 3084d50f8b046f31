package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.config.Settings;
import dev.fedbytweets.core.config.XPrices;
import dev.fedbytweets.core.failure.MisconfiguredException;
import dev.fedbytweets.core.run.Run;
import dev.fedbytweets.core.run.Subject;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.labelposts.LabelPostsConfig;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.run.GoldRun;
import dev.fedbytweets.local.run.LakeConfig;
import dev.fedbytweets.local.run.RunNames;
import dev.fedbytweets.states.ExecutionListener;
import dev.fedbytweets.states.ExecutionResult;
import dev.fedbytweets.states.Waiter;
import dev.fedbytweets.togold.PageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gold of a local lake, as commands make it and say it. The caller holds the lake's lock.
final class Gold {

  private final Terminal terminal;
  private final Lake lake;
  private final InstantSource clock;

  Gold(Terminal terminal, Lake lake, InstantSource clock) {
    this.terminal = terminal;
    this.lake = lake;
    this.clock = clock;
  }

  /// Brings gold and the page up to date after a command that changed the tables, and says so in
  /// one line. A failure is said as well, and is none of that command.
  ///
  /// @throws InterruptedException if the thread is interrupted; the next time goes on from there
  void update() throws InterruptedException {
    ExecutionResult result;
    try {
      result = run();
    } catch (MisconfiguredException e) {
      terminal.warn("posts were not labelled and counted: " + e.getMessage());
      return;
    }
    switch (result) {
      case ExecutionResult.Succeeded done ->
          terminal.say(
              "  labelled and counted %s: open %s"
                  .formatted(Plural.of(done.output().at("/gold/days").asLong(), "day"), page()));
      case ExecutionResult.Failed failed ->
          terminal.say(
              "  posts could not be labelled and counted, which harms nothing: %s"
                  .formatted(FailureMessages.of(failed.error(), failed.cause())));
    }
  }

  /// Brings gold and the page up to date.
  ///
  /// @throws MisconfiguredException if `lake.yaml` or the environment says something wrong
  /// @throws InterruptedException if the thread is interrupted; the next time goes on from there
  ExecutionResult run() throws InterruptedException {
    Optional<LakeConfig> config = config();
    Settings settings =
        new Settings(config.map(file -> file.over(System.getenv())).orElse(System.getenv()));
    XPrices prices = XPrices.read(settings);
    PageSettings pageSettings = PageSettings.read(settings);
    Set<String> questionSubjects = LabelPostsConfig.questionSubjects(settings);
    Run run = RunNames.next("gold", clock.instant());
    terminal.showProgress(() -> "  labelling and counting posts");
    ExecutionResult result =
        new GoldRun(
                lake.store(),
                lake.tables(),
                settings.build(() -> prices),
                pageSettings.withCaps(config.map(Gold::caps).orElse(Map.of())),
                questionSubjects,
                clock,
                Waiter.real(clock))
            .run(run, ExecutionListener.NONE);
    terminal.clearProgress();
    return result;
  }

  /// The contents of `lake.yaml`, if there is one.
  private Optional<LakeConfig> config() {
    return Optional.of(new ConfigOption().file(lake.directory()))
        .filter(Files::exists)
        .map(LakeConfig::read);
  }

  private static Map<String, Long> caps(LakeConfig config) {
    Map<String, Long> caps = new HashMap<>();
    for (Subject subject : config.subjects()) {
      if (subject.maxPostsPerMonth() != null) {
        caps.put(subject.name().value(), subject.maxPostsPerMonth().longValue());
      }
    }
    return caps;
  }

  /// The page.
  Path page() {
    return lake.directory().root().resolve(LakeLayout.DASHBOARD);
  }
}
