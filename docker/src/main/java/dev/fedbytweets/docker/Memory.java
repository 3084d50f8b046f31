package dev.fedbytweets.docker;

/// The peak memory of a container.
///
/// @param resident bytes of its process, the parts of files that it maps included
/// @param charged bytes against its limit: all that it reads and writes, but of files only what
///     no other container read before
record Memory(long resident, long charged) {

  /// A script for the container that prints the input of [#read]; the first file name belongs to
  /// control groups version 2.
  static final String SCRIPT =
      "sed -n 's/^VmHWM:\\s*\\([0-9]*\\) kB/\\1/p' /proc/1/status;"
          + " cat /sys/fs/cgroup/memory.peak 2>/dev/null"
          + " || cat /sys/fs/cgroup/memory/memory.max_usage_in_bytes";

  static Memory read(String output) {
    String[] lines = output.split("\\s+");
    return new Memory(Long.parseLong(lines[0]) * 1024, Long.parseLong(lines[1]));
  }
}
