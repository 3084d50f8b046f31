package dev.fedbytweets.bench.rounds;

/// Two competitors of the same rounds.
///
/// @param ours our result
/// @param peer the result that it is compared with
public record Ratio(CompetitorResult ours, CompetitorResult peer) {

  public static Ratio of(CompetitorResult ours, CompetitorResult peer) {
    return new Ratio(ours, peer);
  }

  /// How many times as fast ours is, by elapsed time.
  public double byWall() {
    return peer.wallSeconds() / ours.wallSeconds();
  }

  /// How many times as fast ours is, by CPU time, which depends less on other load on the machine.
  public double byCpu() {
    return peer.cpuSeconds() / ours.cpuSeconds();
  }

  /// The ratios as a sentence.
  public String speed() {
    return "%s: %.2f times as fast as %s by CPU time, %.2f times by the clock; %.2f times its memory, %.2f times its output"
        .formatted(
            ours.name(),
            byCpu(),
            peer.name(),
            byWall(),
            ours.peakBytes() / peer.peakBytes(),
            (double) ours.outputBytes() / peer.outputBytes());
  }
}
