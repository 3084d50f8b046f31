/// Asks X what a lake must not hold any more, and makes a request to forget of the answer:
/// [dev.fedbytweets.comply.Comply] has the steps. Each of them can be killed and done again. How
/// far a check is stands in `state/compliance/check.json`, without identifiers: what is asked is
/// read from silver when it is uploaded, and the answer stays at X until it is collected.
///
/// 1. *Submit*: for posts and users each, X is given a job and the job its list ([PartSteps]). X
///    runs one job of a type at a time, so a long list is asked in parts, one after another.
/// 2. *Check*: X is asked how far the jobs are, more and more rarely. One that failed or expired is
///    submitted again.
/// 3. *Collect*: the answers are downloaded ([ComplianceEvents]), what is out of date is left out
///    ([RequestWriter]), and the rest becomes one request to forget.
@NullMarked
package dev.fedbytweets.comply;

import org.jspecify.annotations.NullMarked;
