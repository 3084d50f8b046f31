/// What is common to the ports on AWS: where the lake is, and what a failure of AWS means.
package dev.fedbytweets.aws;
