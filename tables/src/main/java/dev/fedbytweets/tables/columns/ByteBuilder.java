package dev.fedbytweets.tables.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/// A growing array of bytes. Numbers are little-endian, as Parquet requires.
final class ByteBuilder {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private int size;

  ByteBuilder(int capacity) {
    bytes = new byte[capacity];
  }

  void add(byte value) {
    ensure(1);
    bytes[size++] = value;
  }

  void addInt(int value) {
    ensure(Integer.BYTES);
    INT.set(bytes, size, value);
    size += Integer.BYTES;
  }

  void addLong(long value) {
    ensure(Long.BYTES);
    LONG.set(bytes, size, value);
    size += Long.BYTES;
  }

  void add(byte[] value) {
    ensure(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  void add(ByteBuilder other, int from, int to) {
    ensure(to - from);
    System.arraycopy(other.bytes, from, bytes, size, to - from);
    size += to - from;
  }

  /// Whether the given bytes stand at a position.
  ///
  /// @param from the position of the first byte
  boolean matches(int from, byte[] value) {
    return Arrays.equals(bytes, from, from + value.length, value, 0, value.length);
  }

  int size() {
    return size;
  }

  /// All bytes, as a view that holds until the next change.
  BytesInput input() {
    return BytesInput.from(bytes, 0, size);
  }

  void clear() {
    size = 0;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
