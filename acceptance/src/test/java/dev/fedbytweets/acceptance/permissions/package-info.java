/// What the functions may do on AWS, held against what they do.
package dev.fedbytweets.acceptance.permissions;
