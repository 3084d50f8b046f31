/// Stand-ins for AWS that run in or beside the JVM of a test. Each tells by `environment()` which
/// variables make the real clients come to it; all of them together make one AWS.
package dev.fedbytweets.aws.doubles;
