/// An account of AWS on this machine: the stand-ins of the services that the lake needs.
package dev.fedbytweets.aotcache.account;
