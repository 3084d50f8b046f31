/// X on this machine: an HTTP server that behaves as X's recent search, recent counts, usage and
/// compliance jobs do, with X's checks, rate limits and vocabularies, over made-up or recorded
/// posts. Everything that can go wrong goes wrong on demand.
///
/// By hand, after `mvn package`; the token is `made-up-token` unless `--token` says otherwise:
///
///     java -cp 'aot-cache/target/program/*' dev.fedbytweets.xstandin.XStandInMain --port 8080
///     X_API_URL=http://127.0.0.1:8080 X_BEARER_TOKEN=made-up-token ./lake run
///
/// In a test:
///
///     SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
///     ListedPosts posts = new ListedPosts();
///     try (XStandIn x = XStandIn.start(StandInRules.USUAL.withClock(clock).withPosts(posts))) {
///       posts.postEachMinute(clock.instant().minusSeconds(60), 250);
///       x.failNext(Fault.serverFailure(503));                     // the next request
///       x.failNext(Fault.withoutMeta(), 2);                       // two pages without `meta`
///       x.failNext(Fault.circlingTokens(3), 9);                   // the third leads to the first
///       x.failRequest(9, Fault.bodyCutShort());                   // the ninth request
///       x.answerNext(Answer.json(400, "{}").with("date", "...")); // exactly this answer
///       x.compliance().happened("tweets", "12", "deleted", time); // compliance jobs tell it
///       ...                                                       // ask x.uri()
///       x.log().requests();                                       // what was asked and answered
///     }
///
/// A new kind of fault is one more static method of [Fault]: a function from the right answer and
/// its request to the answer that is sent.
package dev.fedbytweets.xstandin;
