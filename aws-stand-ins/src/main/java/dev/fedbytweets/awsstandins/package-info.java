/// Stand-ins for AWS on this machine. Each tells by `environment()` which variables make the real
/// clients come to it; all of them together make one AWS.
package dev.fedbytweets.awsstandins;
