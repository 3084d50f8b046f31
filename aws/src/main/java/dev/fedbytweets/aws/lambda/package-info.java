/// The entry point of the Lambda functions: from event JSON to contract records and back, and what
/// every invocation logs.
package dev.fedbytweets.aws.lambda;
