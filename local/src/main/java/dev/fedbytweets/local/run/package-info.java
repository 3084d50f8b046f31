/// Runs of the state machine on one machine: the definition, the functions, the subjects.
package dev.fedbytweets.local.run;
