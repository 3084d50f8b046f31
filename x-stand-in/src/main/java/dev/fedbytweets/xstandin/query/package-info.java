/// The part of X's search language that the stand-in understands.
package dev.fedbytweets.xstandin.query;
