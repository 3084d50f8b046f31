/// Secrets as AWS Secrets Manager keeps them.
package dev.fedbytweets.aws.secrets;
