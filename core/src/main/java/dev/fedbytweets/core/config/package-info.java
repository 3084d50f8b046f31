/// Reading settings and the token from where they are kept.
package dev.fedbytweets.core.config;
