/// What is common to the ports on AWS: where the lake lies, and what a failure of AWS means.
package dev.fedbytweets.aws;
