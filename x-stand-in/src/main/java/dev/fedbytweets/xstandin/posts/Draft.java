package dev.fedbytweets.xstandin.posts;

import java.util.List;

/// What is known of a post before its words are.
///
/// @param relation null for an original post
/// @param mediaKey null if it shows no picture
/// @param edited whether this is a later version than the first
record Draft(
    long firstId,
    Author author,
    Language language,
    List<Topic> topics,
    Relation relation,
    String mediaKey,
    boolean edited) {

  boolean isRelated(Relation.Type type) {
    return relation != null && relation.type() == type;
  }
}
