package dev.fedbytweets.awsstandins;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Secrets Manager with the one operation that the lake needs, `GetSecretValue`.
public final class SecretsManagerDouble extends JsonService {

  private final Map<String, String> secrets = new HashMap<>();
  private final Set<String> denied = new HashSet<>();

  private SecretsManagerDouble() throws IOException {}

  /// Starts one without secrets.
  public static SecretsManagerDouble start() throws IOException {
    return new SecretsManagerDouble();
  }

  /// Stores a secret, or rotates it.
  public synchronized SecretsManagerDouble withSecret(String id, String text) {
    secrets.put(id, text);
    return this;
  }

  /// Denies access to a secret.
  public synchronized SecretsManagerDouble denying(String id) {
    denied.add(id);
    return this;
  }

  /// The variables that lead a process to it.
  public Map<String, String> environment() {
    return Account.environment("AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint());
  }

  @Override
  ObjectNode call(String operation, ObjectNode request) {
    if (!operation.equals("GetSecretValue")) {
      throw AwsError.refused("UnknownOperationException", operation);
    }
    String id = request.path("SecretId").textValue();
    if (denied.contains(id)) {
      throw AwsError.refused("AccessDeniedException", "not authorized to perform GetSecretValue");
    }
    if (!secrets.containsKey(id)) {
      throw AwsError.refused("ResourceNotFoundException", "can't find the specified secret");
    }
    return JSON.createObjectNode().put("Name", id).put("SecretString", secrets.get(id));
  }
}
