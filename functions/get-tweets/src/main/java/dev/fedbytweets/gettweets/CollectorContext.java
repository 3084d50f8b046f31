package dev.fedbytweets.gettweets;

import dev.fedbytweets.core.metrics.Metrics;
import dev.fedbytweets.gettweets.x.XSearch;
import java.time.InstantSource;

/// What all invocations share: configuration, stores, X, clock and metrics.
record CollectorContext(
    GetTweetsConfig config,
    PageStore pages,
    RunAnnouncement announcement,
    XSearch x,
    InstantSource clock,
    Metrics metrics) {}
