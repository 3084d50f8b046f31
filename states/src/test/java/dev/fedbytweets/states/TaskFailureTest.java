package dev.fedbytweets.states;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskFailureTest {

  @Test
  void aTaskFailureThatATaskMadeIsReportedAsItIs() {
    TaskFailure failure = new TaskFailure("Lambda.TooManyRequestsException", "Rate exceeded");

    assertThat(TaskFailure.of(failure)).isSameAs(failure);
  }

  @Test
  void anExceptionIsReportedAsLambdaDoesIt() {
    Exception exception = new IllegalArgumentException();

    TaskFailure failure = TaskFailure.of(exception);

    assertThat(failure.error()).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(failure.reason())
        .isEqualTo("{\"errorMessage\":null,\"errorType\":\"java.lang.IllegalArgumentException\"}");
    assertThat(failure).hasCause(exception);
  }
}
