/// Executes state machine definitions written in the Amazon States Language, with JSONPath as
/// the query language: the definition that is deployed (`statemachine/ingest.asl.json`) runs
/// here as it stands. [StateMachine] reads a definition and refuses whatever this package does
/// not know; [StateMachineRunner] executes it.
///
/// The rules come from the States Language specification (states-language.net), and from the
/// Step Functions developer guide where the specification leaves something open.
package dev.fedbytweets.states;
