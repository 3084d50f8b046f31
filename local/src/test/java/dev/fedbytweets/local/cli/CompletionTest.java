package dev.fedbytweets.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What shells and `man` read.
class CompletionTest {

  @TempDir private Path folder;

  @Test
  void bashKnowsCommandsAndOptions() throws Exception {
    String test =
        """
        %s
        compopt() { :; }
        COMP_WORDS=(lake que) COMP_CWORD=1 COMP_LINE='lake que'
        _complete_lake && echo "${COMPREPLY[*]}"
        COMP_WORDS=(lake query --form) COMP_CWORD=2 COMP_LINE='lake query --form'
        _complete_lake && echo "${COMPREPLY[*]}"
        """
            .formatted(completion("bash"));

    Process bash =
        new ProcessBuilder("bash", Files.writeString(folder.resolve("test"), test).toString())
            .redirectErrorStream(true)
            .start();

    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("query\n--format\n");
  }

  @Test
  void zshFindsTheFunctionOnItsPath() {
    assertThat(completion("ZSH")).startsWith("#compdef lake\n").contains("_complete_lake");
  }

  @Test
  void fishKnowsCommandsOptionsAndValues() {
    assertThat(completion("fish").lines())
        .contains(
            "complete -c lake -f",
            "complete -c lake -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'",
            "complete -c lake -n '__fish_seen_subcommand_from status' -l dir -r -F"
                + " -d 'The folder of the lake (default: lake-data in this folder, else the nearest lake above)'")
        .anyMatch(line -> line.startsWith("complete -c lake -n __fish_use_subcommand -a query -d"));
  }

  @Test
  void aShellThatIsNotKnownIsWrongUsage() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        LakeMain.execute(Terminal.to(new ByteArrayOutputStream(), err, null), "completion", "tcsh");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("tcsh");
  }

  @Test
  void everyCommandHasAManualPage() throws Exception {
    ManPages.main(folder.toString());

    assertThat(folder.resolve("lake.1"))
        .content()
        .startsWith(".TH \"LAKE\" 1")
        .contains("\\fBlake\\-import\\fR(1)");
    assertThat(folder.resolve("lake-import.1"))
        .content()
        .contains(".SH OPTIONS\n", "\\fB\\-\\-subject\\fR=\\fINAME\\fR\n");
  }

  private static String completion(String shell) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        LakeMain.execute(Terminal.to(out, new ByteArrayOutputStream(), null), "completion", shell);
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
