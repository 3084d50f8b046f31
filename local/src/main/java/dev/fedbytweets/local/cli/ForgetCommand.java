package dev.fedbytweets.local.cli;

import dev.fedbytweets.core.forgotten.ForgottenKind;
import dev.fedbytweets.core.run.SubjectName;
import dev.fedbytweets.forget.Forget;
import dev.fedbytweets.forget.Identifiers;
import dev.fedbytweets.local.lake.Lake;
import dev.fedbytweets.local.lake.LakeDirectory;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.apache.iceberg.exceptions.NotFoundException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `./lake forget`: takes posts and users out of the lake for good.
@Command(
    name = "forget",
    header = "Take posts and users out of the lake for good.",
    description =
        "Forgotten posts go from all tables, raw pages, the quarantine and every earlier state of"
            + " the tables, and with a user all its posts. Neither an import nor a search brings"
            + " them back. At the end every byte of the lake is searched for them. A request that"
            + " was interrupted is finished by the next 'forget', with or without another one. The"
            + " exit code is 1 if anything is left.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  lake forget --posts deleted.txt --reason 'deleted on X'",
      "  lake forget --users - --dry-run < users.txt",
      "  lake forget --subject coffee",
      "  lake forget --lift forget-20261129T040000Z-1f3a9c"
    },
    mixinStandardHelpOptions = true)
final class ForgetCommand implements Callable<Integer> {

  @Mixin private CommonOptions common;

  @Mixin private GoldOption gold;

  @Option(
      names = "--posts",
      paramLabel = "FILE",
      description =
          "Posts: a file with one identifier or link in each line, or - for standard input.")
  private String posts;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = "Users, with all their posts: their numbers, not their names.")
  private String users;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description =
          "All that was collected or imported under this name. Other subjects keep what they have.")
  private List<SubjectName> subjects = List.of();

  @Option(
      names = "--places-of",
      paramLabel = "FILE",
      description = "Posts that stay, without the place where they were written.")
  private String placesOf;

  @Option(
      names = "--reason",
      paramLabel = "R",
      description = "Why, to be kept with the request. Names no post and no user.")
  private String reason;

  @Option(names = "--dry-run", description = "Say what would go. Changes nothing.")
  private boolean dryRun;

  @Option(
      names = "--lift",
      paramLabel = "BATCH",
      description = "Let what a request named come in again. It does not come back by itself.")
  private String lifted;

  @Spec private CommandSpec spec;

  private final Terminal terminal;
  private final InstantSource clock = InstantSource.system();

  ForgetCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    requireOneUse();
    LakeDirectory directory = common.lake();
    directory.requireLake();
    Map<ForgottenKind, List<String>> request = request();
    if (dryRun) {
      plan(directory, request);
      return 0;
    }
    try (LockedLake locked = LockedLake.open(directory, terminal)) {
      Lake lake = locked.lake();
      if (lifted != null) {
        Forgetting.forget(lake, clock).lift(lifted);
        terminal.print("%s does not count any more".formatted(lifted));
        return 0;
      }
      return fulfil(lake, request) ? 0 : 1;
    }
  }

  private void plan(LakeDirectory directory, Map<ForgottenKind, List<String>> request) {
    try (Lake lake = Lake.openExisting(directory)) {
      plan(lake, request);
    } catch (NotFoundException _) {
      // Whoever works on the lake may have removed the file: with the lock nobody does.
      try (LockedLake locked = LockedLake.open(directory, terminal)) {
        plan(locked.lake(), request);
      }
    }
  }

  private void plan(Lake lake, Map<ForgottenKind, List<String>> request) {
    Forget forget = Forgetting.forget(lake, clock);
    forget.requireSubjects(request.getOrDefault(ForgottenKind.SUBJECT, List.of()));
    new ForgetReportLines(terminal).show(forget.plan(request));
  }

  private boolean fulfil(Lake lake, Map<ForgottenKind, List<String>> request)
      throws InterruptedException {
    Forgetting forgetting = new Forgetting(terminal, lake, clock);
    if (!forgetting.isAnyLeft() && request.isEmpty()) {
      terminal.print(
          "no request is left to finish: name posts, users or a subject with --posts, --users or"
              + " --subject");
      return true;
    }
    boolean isClean = forgetting.fulfilLeft();
    if (!request.isEmpty()) {
      Forgetting.forget(lake, clock)
          .requireSubjects(request.getOrDefault(ForgottenKind.SUBJECT, List.of()));
      isClean &= forgetting.fulfil(request, Optional.ofNullable(reason));
    }
    if (!gold.isOff()) {
      new Gold(terminal, lake, clock).update();
    }
    return isClean;
  }

  private Map<ForgottenKind, List<String>> request() {
    Map<ForgottenKind, List<String>> request = new EnumMap<>(ForgottenKind.class);
    add(request, ForgottenKind.POST, posts, Identifiers::ofPosts);
    add(request, ForgottenKind.USER, users, Identifiers::ofUsers);
    add(request, ForgottenKind.SCRUB_GEO, placesOf, Identifiers::ofPosts);
    if (!subjects.isEmpty()) {
      request.put(
          ForgottenKind.SUBJECT, subjects.stream().map(SubjectName::value).distinct().toList());
    }
    return request;
  }

  private static void add(
      Map<ForgottenKind, List<String>> request,
      ForgottenKind kind,
      String file,
      BiFunction<String, List<String>, List<String>> identifiers) {
    if (file != null) {
      request.put(kind, IdentifierFile.read(file, identifiers));
    }
  }

  private void requireOneUse() {
    boolean hasRequest = posts != null || users != null || placesOf != null || !subjects.isEmpty();
    if (lifted != null && (hasRequest || dryRun || reason != null)) {
      throw new ParameterException(spec.commandLine(), "--lift stands alone");
    }
    if (!hasRequest && (dryRun || reason != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "name posts, users or a subject with --posts FILE, --users FILE or --subject NAME");
    }
  }
}
