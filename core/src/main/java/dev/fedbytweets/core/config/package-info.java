/// Reading settings from the environment.
package dev.fedbytweets.core.config;
