/// Stand-ins for AWS on this machine. The `environment()` of each holds the variables that direct
/// the real clients to it; together they are one AWS.
package dev.fedbytweets.awsstandins;
