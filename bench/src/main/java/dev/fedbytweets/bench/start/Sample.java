package dev.fedbytweets.bench.start;

import dev.fedbytweets.aotcache.FakeEnvironment;
import dev.fedbytweets.aotcache.Function;
import dev.fedbytweets.aotcache.FunctionImage;
import dev.fedbytweets.aotcache.RunningFunction;
import dev.fedbytweets.aotcache.UsualWork;
import dev.fedbytweets.bench.rounds.ProcessFacts;
import java.io.IOException;
import java.nio.file.Path;

/// Measurements of one process of a function, from its start to its second answer.
///
/// @param first seconds from the start of the process to its first answer
/// @param second seconds of the next invocation, with as much work
/// @param peakMegabytes peak of resident memory
/// @param s3 requests to S3 of the first invocation
/// @param glue requests to Glue of the first invocation
record Sample(double first, double second, double peakMegabytes, int s3, int glue) {

  /// Measures a new process on a lake that holds one run.
  ///
  /// @param objects an empty folder
  static Sample take(FunctionImage image, Function function, Variant variant, Path objects)
      throws Exception {
    try (FakeEnvironment environment = FakeEnvironment.start(objects)) {
      UsualWork work = UsualWork.in(environment);
      Record event = work.next(function);
      int s3 = environment.account().s3Requests().size();
      int glue = environment.account().glueCalls().size();
      long start = System.nanoTime();
      try (RunningFunction process =
          RunningFunction.start(image, function, variant.javaOptions(), environment.variables())) {
        process.perform(event);
        double first = secondsSince(start);
        s3 = environment.account().s3Requests().size() - s3;
        glue = environment.account().glueCalls().size() - glue;
        Record next = work.next(function);
        long again = System.nanoTime();
        process.perform(next);
        return new Sample(first, secondsSince(again), peakMegabytes(process), s3, glue);
      }
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static double peakMegabytes(RunningFunction process) throws IOException {
    return ProcessFacts.of(process.processId()).peakBytes() / 1e6;
  }
}
