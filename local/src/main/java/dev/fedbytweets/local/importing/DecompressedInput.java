package dev.fedbytweets.local.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What a library decompresses or unpacks. Where it fails, what it gave until then is read, then
/// the damage is thrown once, and then the content ends.
final class DecompressedInput extends InputStream {

  /// Libraries throw away what they decompressed in a call that fails, so little is asked for.
  private static final int MOST_BYTES = 4096;

  private final InputStream source;
  private final LongSupplier given;
  private final Supplier<RejectionReason> reason;
  private Optional<DamagedInputException> damage = Optional.empty();
  private boolean ended;

  /// @param given how many bytes the source has put into the arrays it was given, also in a call
  ///     that failed; constant if it does not know
  /// @param reason why the source failed, asked when it does
  DecompressedInput(InputStream source, LongSupplier given, Supplier<RejectionReason> reason) {
    this.source = source;
    this.given = given;
    this.reason = reason;
  }

  /// Whether the source failed.
  boolean isDamaged() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (damage.isEmpty() && !ended) {
      int count = readSource(into, offset, Math.min(length, MOST_BYTES));
      if (count != 0) {
        return count;
      }
    }
    if (damage.isPresent()) {
      DamagedInputException thrown = damage.get();
      damage = Optional.empty();
      throw thrown;
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /// @return 0 if the source failed before it gave anything
  private int readSource(byte[] into, int offset, int length) throws IOException {
    long before = given.getAsLong();
    try {
      int count = source.read(into, offset, length);
      while (count == 0) {
        count = source.read(into, offset, length);
      }
      return count;
    } catch (DamagedInputException e) {
      damage = Optional.of(e);
    } catch (IOException | RuntimeException e) {
      DamagedInputException damaged = new DamagedInputException(reason.get());
      damaged.initCause(e);
      damage = Optional.of(damaged);
    }
    ended = true;
    return (int) (given.getAsLong() - before);
  }
}
