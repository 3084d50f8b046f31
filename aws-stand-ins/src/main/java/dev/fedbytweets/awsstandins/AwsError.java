package dev.fedbytweets.awsstandins;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// An error as a service of AWS answers it.
final class AwsError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;

  private AwsError(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  /// The caller's fault.
  static AwsError refused(String type, String message) {
    return new AwsError(400, type, message);
  }

  /// The service's fault.
  static AwsError internal() {
    return new AwsError(500, "InternalServiceException", "a fault of the test");
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    return JsonService.JSON.createObjectNode().put("__type", type).put("Message", getMessage());
  }
}
