/// X's batch compliance jobs: a list of identifiers is uploaded, and those come back with which
/// something has happened.
package dev.fedbytweets.xstandin.compliance;
