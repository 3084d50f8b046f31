/// The reports of benchmarks: tables for people, a page of documentation, or JSON.
package dev.fedbytweets.bench.report;
