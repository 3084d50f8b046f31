package dev.fedbytweets.awsstandins;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/// The region and credentials in which all stand-ins live; none of them checks a signature.
final class Account {

  static final String ID = "123456789012";
  static final String REGION = "sa-east-1";
  static final String ACCESS_KEY = "stand-in";
  static final String SECRET_KEY = "stand-in-secret";

  private Account() {}

  /// What leads a process to one service.
  static Map<String, String> environment(String endpointVariable, URI endpoint) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("AWS_REGION", REGION);
    environment.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
    environment.put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
    environment.put(endpointVariable, endpoint.toString());
    return environment;
  }
}
