package dev.fedbytweets.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkAheadTest {

  private final List<Integer> taken = new ArrayList<>();

  @Test
  void resultsComeInTheOrderOfTheWork() {
    Random random = new Random(1);
    try (WorkAhead<Integer> work = new WorkAhead<>(4, Long.MAX_VALUE, taken::add)) {
      for (int i = 0; i < 500; i++) {
        int number = i;
        int millis = random.nextInt(3);
        work.add(1, () -> after(millis, number));
      }
      work.finish();
    }

    assertThat(taken).isEqualTo(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void withoutThreadsTheCallerWorks() {
    List<Thread> threads = new ArrayList<>();
    try (WorkAhead<Thread> work = new WorkAhead<>(0, 1, threads::add)) {
      work.add(1, Thread::currentThread);
      work.add(5, Thread::currentThread);
      assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
    }
  }

  @Test
  void severalPiecesAreWorkedOnAtTheSameTime() {
    CyclicBarrier both = new CyclicBarrier(2);
    try (WorkAhead<Integer> work = new WorkAhead<>(2, Long.MAX_VALUE, taken::add)) {
      work.add(1, () -> await(both));
      work.add(1, () -> await(both));
      work.finish();
    }

    assertThat(taken).hasSize(2);
  }

  @Test
  void noMoreIsAheadThanMayBeHeld() {
    AtomicInteger held = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (WorkAhead<Integer> work = new WorkAhead<>(4, 10, bytes -> held.addAndGet(-bytes))) {
      for (int bytes : new int[] {3, 3, 3, 3, 9, 9, 30, 2, 2, 2, 2, 2, 2, 2}) {
        work.add(
            bytes,
            () -> {
              most.accumulateAndGet(held.addAndGet(bytes), Math::max);
              return bytes;
            });
      }
      work.finish();
    }

    assertThat(held).hasValue(0);
    assertThat(most).hasValue(30);
  }

  @Test
  void aFailureComesOutAndNothingBehindItIsTaken() {
    IllegalArgumentException failure = new IllegalArgumentException("broken");
    try (WorkAhead<Integer> work = new WorkAhead<>(2, Long.MAX_VALUE, taken::add)) {
      work.add(1, () -> 1);
      work.add(
          1,
          () -> {
            throw failure;
          });
      assertThatThrownBy(
              () -> {
                work.add(1, () -> 3);
                work.finish();
              })
          .isSameAs(failure);
    }

    assertThat(taken).containsExactly(1);
  }

  @Test
  void closingEndsWhatIsAhead() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (WorkAhead<Integer> work = new WorkAhead<>(1, Long.MAX_VALUE, taken::add)) {
      work.add(
          1,
          () -> {
            begun.countDown();
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException e) {
              interrupted.countDown();
            }
            return 1;
          });
      begun.await();
    }

    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(taken).isEmpty();
  }

  private static int after(int millis, int number) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return number;
  }

  private static int await(CyclicBarrier barrier) {
    try {
      return barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
