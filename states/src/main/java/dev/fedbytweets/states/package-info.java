/// Executes state machine definitions in the Amazon States Language, with JSONPath as the query
/// language: the definition that is deployed (`statemachine/ingest.asl.json`) runs here unchanged.
/// [StateMachine] reads a definition; [StateMachineRunner] executes it.
///
/// The package supports what our definitions use, not the whole language. It refuses the rest when
/// a definition is read, naming the field: to support another field, operator or intrinsic
/// function, add it to [StateParser], [ChoiceOperator] or [IntrinsicFunction].
///
/// The rules come from the States Language specification (states-language.net), and from the
/// Step Functions developer guide where the specification leaves something open.
package dev.fedbytweets.states;
