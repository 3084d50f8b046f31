package dev.fedbytweets.togold;

import dev.fedbytweets.core.model.HourVolume;
import dev.fedbytweets.core.model.SilverTweet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// How many posts of a subject were written in each hour of a day.
final class VolumeCounts {

  private static final int HOURS = 24;

  private final Map<String, HourVolume[]> bySubject = new TreeMap<>();
  private final LocalDate day;

  VolumeCounts(LocalDate day) {
    this.day = day;
  }

  void add(SilverTweet post) {
    int hour = post.createdAt().atOffset(ZoneOffset.UTC).getHour();
    HourVolume[] hours = bySubject.computeIfAbsent(post.subject(), _ -> new HourVolume[HOURS]);
    HourVolume before =
        hours[hour] == null ? new HourVolume(day, hour, post.subject(), 0, 0, 0, 0) : hours[hour];
    hours[hour] =
        new HourVolume(
            day,
            hour,
            post.subject(),
            before.posts() + 1,
            before.replies() + (isReferring(post, "replied_to") ? 1 : 0),
            before.quotes() + (isReferring(post, "quoted") ? 1 : 0),
            before.retweets() + (isReferring(post, "retweeted") ? 1 : 0));
  }

  /// Hours without posts have no row.
  List<HourVolume> rows() {
    return bySubject.values().stream().flatMap(Arrays::stream).filter(Objects::nonNull).toList();
  }

  private static boolean isReferring(SilverTweet post, String type) {
    return type.equals(post.referencedType());
  }
}
