/// The door through which Lambda enters: event JSON to contract records and back, and what every
/// invocation logs.
package dev.fedbytweets.aws.lambda;
