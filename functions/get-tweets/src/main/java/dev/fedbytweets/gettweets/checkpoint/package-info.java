/// What a subject's collecting remembers between two requests: how far it has come, and who is at
/// it.
package dev.fedbytweets.gettweets.checkpoint;
