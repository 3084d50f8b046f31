package dev.fedbytweets.xstandin.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// A picture as X writes it, every field that the stand-in knows. All of it is made from its key;
/// two of three have an alt text.
public final class MediumJson {

  private static final int WIDTH = 1200;

  private MediumJson() {}

  /// @param mediaKey of a picture: `3_` and a number
  public static ObjectNode document(String mediaKey) {
    long number = Long.parseLong(mediaKey.substring(mediaKey.indexOf('_') + 1));
    ObjectNode document = XJson.object();
    document.put("media_key", mediaKey);
    document.put("type", "photo");
    document.put("url", "https://pbs.twimg.com/media/%s.jpg".formatted(Long.toString(number, 36)));
    document.put("width", WIDTH);
    document.put("height", WIDTH * 2 / 3);
    if (number % 3 != 0) {
      document.put("alt_text", "A picture, described: cup no. %d & saucer".formatted(number % 100));
    }
    return document;
  }
}
