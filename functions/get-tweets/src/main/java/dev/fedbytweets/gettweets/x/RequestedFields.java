package dev.fedbytweets.gettweets.x;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The fields that X is asked for: everything public about posts, their authors, places and media,
/// in the names of [Vocabulary#TWEET].
final class RequestedFields {

  static final Set<String> POST =
      inOrder(
          "article,attachments,author_id,community_id,context_annotations,conversation_id",
          "created_at,display_text_range,edit_controls,edit_history_tweet_ids,entities,geo,id",
          "in_reply_to_user_id,lang,note_tweet,possibly_sensitive,public_metrics",
          "referenced_tweets,reply_settings,scopes,text,withheld");

  static final Set<String> USER =
      inOrder(
          "affiliation,created_at,description,entities,id,location,name,pinned_tweet_id",
          "profile_image_url,protected,public_metrics,subscription_type,url,username,verified",
          "verified_type,withheld");

  static final Set<String> PLACE =
      inOrder("contained_within,country,country_code,full_name,geo,id,name,place_type");

  private static final Set<String> MEDIA =
      inOrder(
          "alt_text,duration_ms,height,media_key,preview_image_url,public_metrics,type,url",
          "variants,width");

  private RequestedFields() {}

  static Set<String> expansions(ReferencedPosts referencedPosts, AttachedMedia media) {
    Set<String> expansions = new LinkedHashSet<>(List.of("author_id", "geo.place_id"));
    if (referencedPosts == ReferencedPosts.EXPANDED) {
      expansions.add("referenced_tweets.id");
    }
    if (media == AttachedMedia.EXPANDED) {
      expansions.add("attachments.media_keys");
    }
    return Collections.unmodifiableSet(expansions);
  }

  /// The fields of media; null if no media are asked for.
  static @Nullable Set<String> media(AttachedMedia media) {
    return media == AttachedMedia.EXPANDED ? MEDIA : null;
  }

  private static Set<String> inOrder(String... lines) {
    return Collections.unmodifiableSet(
        new LinkedHashSet<>(List.of(String.join(",", lines).split(","))));
  }
}
