package dev.fedbytweets.processraw.page;

/// What reading a page gave: all of its rows or none.
public sealed interface PageOutcome permits ParsedPage, BrokenPage {}
