package dev.fedbytweets.docker;

/// What Lambda grants a function.
///
/// @param memoryMegabytes of all that it does, files in `/tmp` included, which Lambda does not
///     count
/// @param cpus how many, or which part of one
record Limits(int memoryMegabytes, double cpus) {

  /// @throws ImageException if Lambda would not grant it
  Limits {
    if (memoryMegabytes < 128 || memoryMegabytes > 10240 || cpus <= 0) {
      throw new ImageException(
          "no limits of a function: %d MB, %s CPUs".formatted(memoryMegabytes, cpus));
    }
  }
}
