package dev.fedbytweets.local.lake;

/// How the program was called, for messages that name a command to type: `./lake` in the
/// repository, `lake` where a release is installed.
public final class ProgramName {

  private static final String VARIABLE = "LAKE_COMMAND";
  private static final String IN_THE_REPOSITORY = "./lake";

  private ProgramName() {}

  /// As the launcher says it in `LAKE_COMMAND`.
  public static String current() {
    String called = System.getenv(VARIABLE);
    return called == null || called.isBlank() ? IN_THE_REPOSITORY : called;
  }
}
