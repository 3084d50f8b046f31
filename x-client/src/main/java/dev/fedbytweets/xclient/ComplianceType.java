package dev.fedbytweets.xclient;

import com.fasterxml.jackson.annotation.JsonValue;

/// What the identifiers of a compliance job are of.
public enum ComplianceType {
  TWEETS("tweets"),
  USERS("users");

  private final String text;

  ComplianceType(String text) {
    this.text = text;
  }

  /// X's name for it.
  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
