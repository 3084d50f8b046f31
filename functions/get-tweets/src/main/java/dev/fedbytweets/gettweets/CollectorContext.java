package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.gettweets.x.XSearch;
import java.time.InstantSource;

/// What every invocation collects with.
record CollectorContext(
    GetTweetsConfig config,
    PageStore pages,
    RunAnnouncement claim,
    XSearch x,
    InstantSource clock,
    Metrics metrics) {}
