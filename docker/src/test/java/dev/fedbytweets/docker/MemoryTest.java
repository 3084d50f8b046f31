package dev.fedbytweets.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

  @Test
  void residentIsInKilobytesAndChargedInBytes() {
    assertThat(Memory.read("128000\n92274688\n")).isEqualTo(new Memory(131_072_000, 92_274_688));
  }
}
