/// Who collects what: runs and subjects, and the names that become parts of object keys.
package dev.fedbytweets.core.run;
