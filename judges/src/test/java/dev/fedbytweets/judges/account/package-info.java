/// An account of AWS for one test: the stand-ins of the services that the lake needs.
package dev.fedbytweets.judges.account;
