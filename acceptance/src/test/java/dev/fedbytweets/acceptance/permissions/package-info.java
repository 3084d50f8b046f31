/// Compares the functions' permissions on AWS with their calls.
package dev.fedbytweets.acceptance.permissions;
