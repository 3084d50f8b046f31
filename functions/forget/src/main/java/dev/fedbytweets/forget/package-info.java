/// Takes posts and users out of a lake for good. Each step does nothing when it was done, and what
/// is left to do is seen in the lake and in the tombstone, so a request that was killed anywhere is
/// finished by doing it again. On a laptop [dev.fedbytweets.forget.Forget] does one after another;
/// on AWS each call of [dev.fedbytweets.forget.ForgetHandler] does one, or as much of it as fits
/// ([dev.fedbytweets.core.step.ForgetProgress]).
///
/// 1. *Write the tombstone.* From then on neither an import nor a search brings anything back.
/// 2. *Find what goes with it*: the posts of forgotten users, their versions and media
///    ([Expansion]). The tombstone gets their hashes, too.
/// 3. *Tables*, silver before bronze, since bronze still says what silver needs to know
///    ([ForgottenTables]).
/// 4. *Objects*: pages, what they were made of, quarantine and state ([ForgottenObjects]).
/// 5. *Search everything* for it. If others may have written meanwhile and something is found,
///    begin again with the tables.
/// 6. *Old versions* of all objects, where they are versioned, and the answers of questions
///    ([dev.fedbytweets.core.storage.OldVersions]); then count what is left of them.
/// 7. *Write the report.* What was done is added to it all the time ([ForgetReports]).
package dev.fedbytweets.forget;
