package dev.fedbytweets.xstandin.endpoint;

import java.util.List;

/// What a body holds that X could charge.
///
/// @param page names the page of a search, the same for the same page; null if it is none
/// @param posts identifiers of the posts in `data`, in their order
/// @param users identifiers of the users in `includes`, in their order
public record Served(String page, List<String> posts, List<String> users) {

  public static final Served NOTHING = new Served(null, List.of(), List.of());

  public Served {
    posts = List.copyOf(posts);
    users = List.copyOf(users);
  }
}
