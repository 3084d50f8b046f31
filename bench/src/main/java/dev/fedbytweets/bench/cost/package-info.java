/// What the lake costs on AWS: seconds and requests of runs that are measured here, at list price.
package dev.fedbytweets.bench.cost;
