package dev.fedbytweets.xstandin.posts;

import dev.fedbytweets.core.model.Snowflake;
import dev.fedbytweets.xstandin.query.Searchable;
import dev.fedbytweets.xstandin.query.Trait;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One version of a post.
///
/// @param id beyond 2^53; carries the time of this version
/// @param versions this one and those before it, the first version first
/// @param lang a BCP 47 tag
/// @param text cut if there is a note
/// @param note the whole text of a long post; null for others
/// @param mediaKey of the picture it shows; null if it shows none
/// @param reference null for an original post
/// @param geo null if it says nothing about where it was written
public record MadeUpPost(
    long id,
    List<Long> versions,
    Author author,
    String lang,
    List<Topic> topics,
    ComposedText text,
    ComposedText note,
    String mediaKey,
    PostReference reference,
    GeoTag geo,
    PostFlags flags,
    Engagement engagement)
    implements Searchable {

  public MadeUpPost {
    versions = List.copyOf(versions);
    topics = List.copyOf(topics);
  }

  /// The time that the identifier carries, cut to the second.
  public Instant createdAt() {
    return Snowflake.timeOf(id).truncatedTo(ChronoUnit.SECONDS);
  }

  /// The identifier of the post that the conversation began with.
  public long conversation() {
    return isRelated(PostReference.Type.REPLIED_TO) ? reference.id() : versions.getFirst();
  }

  public boolean isRelated(PostReference.Type type) {
    return reference != null && reference.type() == type;
  }

  /// The same post, as if it referred to none.
  public MadeUpPost withoutReference() {
    return new MadeUpPost(
        id, versions, author, lang, topics, text, note, mediaKey, null, geo, flags, engagement);
  }

  @Override
  public String searchedText() {
    return (note == null ? text : note).decoded();
  }

  @Override
  public String writtenBy() {
    return author.username();
  }

  @Override
  public Optional<String> repliedTo() {
    return isRelated(PostReference.Type.REPLIED_TO)
        ? Optional.of(reference.author().username())
        : Optional.empty();
  }

  @Override
  public Set<Trait> traits() {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    Entities entities = (note == null ? text : note).entities();
    addIf(!entities.hashtags().isEmpty(), Trait.HASHTAGS, traits);
    addIf(!entities.cashtags().isEmpty(), Trait.CASHTAGS, traits);
    addIf(!entities.mentions().isEmpty(), Trait.MENTIONS, traits);
    addIf(!entities.links().isEmpty(), Trait.LINKS, traits);
    addIf(mediaKey != null, Trait.MEDIA, traits);
    addIf(geo != null && geo.place() != null, Trait.GEO, traits);
    addIf(author.isVerified(), Trait.VERIFIED, traits);
    if (reference != null) {
      traits.add(traitOf(reference.type()));
    }
    return traits;
  }

  private static void addIf(boolean holds, Trait trait, Set<Trait> traits) {
    if (holds) {
      traits.add(trait);
    }
  }

  private static Trait traitOf(PostReference.Type type) {
    return switch (type) {
      case RETWEETED -> Trait.RETWEET;
      case QUOTED -> Trait.QUOTE;
      case REPLIED_TO -> Trait.REPLY;
    };
  }
}
