/// What this module does in the process of a function, under the real runtime client.
package dev.fedbytweets.aws.process;
