/// Pages and state as objects in S3.
package dev.fedbytweets.aws.storage;
