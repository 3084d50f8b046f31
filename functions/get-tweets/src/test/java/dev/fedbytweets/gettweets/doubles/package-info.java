/// Stand-ins for X and for things that fail, for the tests of this module.
package dev.fedbytweets.gettweets.doubles;
