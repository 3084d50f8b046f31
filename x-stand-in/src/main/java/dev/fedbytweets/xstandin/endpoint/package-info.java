/// What the stand-in answers: X's endpoints without their transport. From the parameters of a
/// request and a time they make a status and a body.
package dev.fedbytweets.xstandin.endpoint;
