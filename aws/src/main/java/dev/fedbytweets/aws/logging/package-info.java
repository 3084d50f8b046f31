/// How functions log.
package dev.fedbytweets.aws.logging;
