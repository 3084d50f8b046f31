package dev.fedbytweets.aotcache;

import dev.fedbytweets.comply.ComplyHandler;
import dev.fedbytweets.core.step.IngestTask;
import dev.fedbytweets.forget.ForgetHandler;
import dev.fedbytweets.gettweets.GetTweetsHandler;
import dev.fedbytweets.labelposts.LabelPostsHandler;
import dev.fedbytweets.maintain.MaintainHandler;
import dev.fedbytweets.processraw.ProcessRawHandler;
import dev.fedbytweets.togold.ToGoldHandler;
import dev.fedbytweets.tosilver.ToSilverHandler;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The functions that have an image of their own.
public enum Function {
  GET_TWEETS(GetTweetsHandler.class),
  PROCESS_RAW(ProcessRawHandler.class),
  TO_SILVER(ToSilverHandler.class),
  MAINTAIN(MaintainHandler.class),
  FORGET(ForgetHandler.class),
  COMPLY(ComplyHandler.class),
  LABEL_POSTS(LabelPostsHandler.class),
  TO_GOLD(ToGoldHandler.class);

  private static final Map<String, Function> BY_TASK =
      Map.of(
          IngestTask.GET_TWEETS.functionName(), GET_TWEETS,
          IngestTask.PROCESS_RAW.functionName(), PROCESS_RAW,
          IngestTask.TWEETS_TO_SILVER.functionName(), TO_SILVER,
          IngestTask.USERS_TO_SILVER.functionName(), TO_SILVER,
          IngestTask.PLACES_TO_SILVER.functionName(), TO_SILVER);

  private final Class<?> handler;

  Function(Class<?> handler) {
    this.handler = handler;
  }

  /// The function of this name, such as `get-tweets`.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Function named(String name) {
    return Arrays.stream(values())
        .filter(function -> function.hyphenated().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no function '%s', only %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Function::hyphenated)
                                .collect(Collectors.joining(", ")))));
  }

  /// Which function does each task of the state machine of ingest, by the name of the task in
  /// [Definition].
  public static Map<String, Function> byTask() {
    return BY_TASK;
  }

  /// The name as modules, images and Terraform use it.
  public String hyphenated() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The full name of the handler's class: the argument of the entry point.
  public String handler() {
    return handler.getName();
  }
}
