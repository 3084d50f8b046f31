package dev.fedbytweets.docker;

/// The memory and the CPUs of a container.
///
/// @param memoryMegabytes including files in `/tmp`, which Lambda does not count
/// @param cpus the numbers of those that it may use, such as `0,1`; empty for all
record ContainerLimits(int memoryMegabytes, String cpus) {

  /// @throws ImageException if Lambda would not grant so much memory, or so little
  ContainerLimits {
    if (memoryMegabytes < 128 || memoryMegabytes > 10240) {
      throw new ImageException("Lambda has 128 to 10240 MB, not " + memoryMegabytes);
    }
  }

  static ContainerLimits ofMemory(int megabytes) {
    return new ContainerLimits(megabytes, "");
  }

  /// The same memory with one CPU, the last of this machine. A quota would not be like a slow CPU,
  /// because it stops the process for a tenth of a second at a time.
  ContainerLimits withOneCpu() {
    int last = Runtime.getRuntime().availableProcessors() - 1;
    return new ContainerLimits(memoryMegabytes, Integer.toString(last));
  }
}
