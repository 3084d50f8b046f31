/// Posts, users and places as the tables hold them: bronze as received, silver clean.
package dev.fedbytweets.core.model;
