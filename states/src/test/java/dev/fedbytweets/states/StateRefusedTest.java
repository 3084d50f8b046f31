package dev.fedbytweets.states;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// States that are refused when they are read, and what the refusal says.
class StateRefusedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                      | state 'S': 'Type' is missing",
        "{'Type': 'Loop'}                                        | state 'S': 'Type' is 'Loop',"
            + " which is not known",
        "{'Type': 'Pass'}                                        | state 'S': needs 'Next', or"
            + " 'End' with the value true",
        "{'Type': 'Pass', 'End': false}                          | state 'S': needs 'Next', or"
            + " 'End' with the value true",
        "{'Type': 'Pass', 'End': 'yes'}                          | state 'S': 'End' must be true or"
            + " false",
        "{'Type': 'Pass', 'End': true, 'Next': 'S'}              | state 'S': 'Next' must not stand"
            + " beside 'End'",
        "{'Type': 'Pass', 'End': true, 'Assign': {}}             | state 'S': 'Assign' is not known"
            + " here",
        "{'Type': 'Pass', 'End': true, 'ResultSelector': {}}     | state 'S': 'ResultSelector' is"
            + " not known here",
        "{'Type': 'Pass', 'End': true, 'QueryLanguage': 'JSONata'} | state 'S': 'QueryLanguage' is"
            + " 'JSONata', and only 'JSONPath' is known",
        "{'Type': 'Pass', 'End': true, 'InputPath': 'a'}         | state 'S': 'InputPath': 'a' is"
            + " no path: it must begin with $",
        "{'Type': 'Pass', 'End': true, 'InputPath': 1}           | state 'S': 'InputPath' must be a"
            + " string",
        "{'Type': 'Pass', 'End': true, 'InputPath': null}        | state 'S': 'InputPath' must be a"
            + " string",
        "{'Type': 'Pass', 'End': true, 'OutputPath': '$.a['}     | state 'S': 'OutputPath': '$.a['"
            + " is no path",
        "{'Type': 'Pass', 'End': true, 'ResultPath': '$.a[*]'}   | state 'S': 'ResultPath':"
            + " '$.a[*]' is no reference path",
        "{'Type': 'Pass', 'End': true, 'ResultPath': '$$.a'}     | state 'S': 'ResultPath': '$$.a'"
            + " is no reference path",
        "{'Type': 'Pass', 'End': true, 'ResultPath': '$..a'}     | state 'S': 'ResultPath': '$..a'"
            + " is no reference path",
        "{'Type': 'Pass', 'End': true, 'Parameters': {'a.$': 'b'}} | state 'S': 'Parameters': there"
            + " is no intrinsic function 'b'",
        "{'Type': 'Succeed', 'End': true}                        | state 'S': 'End' is not known"
            + " here",
        "{'Type': 'Succeed', 'ResultPath': '$.a'}                | state 'S': 'ResultPath' is not"
            + " known here",
        "{'Type': 'Fail', 'InputPath': '$.a'}                    | state 'S': 'InputPath' is not"
            + " known here",
        "{'Type': 'Fail', 'Cause': 'a', 'CausePath': '$.b'}      | state 'S': 'Cause' must not"
            + " stand beside 'CausePath'",
        "{'Type': 'Fail', 'ErrorPath': '$..b'}                   | state 'S': 'ErrorPath': '$..b'"
            + " is no reference path",
        "{'Type': 'Fail', 'CausePath': 'States.Nope()'}          | state 'S': 'CausePath': there is"
            + " no intrinsic function 'States.Nope'",
        "{'Type': 'Wait', 'End': true}                           | state 'S': needs one of Seconds"
            + " and TimestampPath",
        "{'Type': 'Wait', 'End': true, 'Timestamp': '2026-01-01T00:00:00Z'} | state 'S':"
            + " 'Timestamp' is not known here",
        "{'Type': 'Wait', 'End': true, 'SecondsPath': '$.a'}     | state 'S': 'SecondsPath' is not"
            + " known here",
        "{'Type': 'Wait', 'End': true, 'Seconds': 1, 'TimestampPath': '$.a'} | state 'S': 'Seconds'"
            + " must not stand beside 'TimestampPath'",
        "{'Type': 'Wait', 'End': true, 'Seconds': 1.5}           | state 'S': 'Seconds' must be a"
            + " whole number from 0 to 99999999",
        "{'Type': 'Wait', 'End': true, 'Seconds': 1, 'Retry': []} | state 'S': 'Retry' is not known"
            + " here",
        "{'Type': 'Task', 'End': true}                           | state 'S': 'Resource' is"
            + " missing",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'HeartbeatSeconds': 1} | state 'S':"
            + " 'HeartbeatSeconds' is not known here",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'TimeoutSecondsPath': '$.a'} | state 'S':"
            + " 'TimeoutSecondsPath' is not known here",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Credentials': {}} | state 'S':"
            + " 'Credentials' is not known here",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'TimeoutSeconds': 0} | state 'S':"
            + " 'TimeoutSeconds' must be a whole number",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': {}} | state 'S': 'Retry' must be"
            + " an array",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{}]} | state 'S', Retry[0]:"
            + " 'ErrorEquals' is missing",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': []}]} | state"
            + " 'S', Retry[0]: 'ErrorEquals': must name at least one error",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': [1]}]} | state"
            + " 'S', Retry[0]: 'ErrorEquals': must hold strings",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals':"
            + " ['States.Runtime']}]} | state 'S', Retry[0]: 'ErrorEquals': 'States.Runtime' can be"
            + " neither retried nor caught",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': ['E',"
            + " 'States.ALL']}]} | state 'S', Retry[0]: 'ErrorEquals': 'States.ALL' must stand"
            + " alone",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': ['States.ALL']},"
            + " {'ErrorEquals': ['E']}]} | state 'S': 'Retry' has 'States.ALL' before its last"
            + " element",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': ['E'],"
            + " 'IntervalSeconds': 0}]} | state 'S', Retry[0]: 'IntervalSeconds' must be a whole"
            + " number from 1",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': ['E'],"
            + " 'MaxAttempts': -1}]} | state 'S', Retry[0]: 'MaxAttempts' must be a whole number"
            + " from 0",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': ['E'],"
            + " 'BackoffRate': 0.5}]} | state 'S', Retry[0]: 'BackoffRate' must be a number from"
            + " 1.0",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': ['E'],"
            + " 'MaxDelaySeconds': 31622401}]} | state 'S', Retry[0]: 'MaxDelaySeconds' must be a"
            + " whole number from 1 to 31622400",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': ['E'],"
            + " 'JitterStrategy': 'HALF'}]} | state 'S', Retry[0]: 'JitterStrategy': 'HALF' is not"
            + " known",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Retry': [{'ErrorEquals': ['E'], 'Next':"
            + " 'S'}]} | state 'S', Retry[0]: 'Next' is not known here",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Catch': [{'ErrorEquals': ['E']}]} | state"
            + " 'S', Catch[0]: 'Next' is missing",
        "{'Type': 'Task', 'End': true, 'Resource': 'r', 'Catch': [{'ErrorEquals': ['E'], 'Next':"
            + " 'S', 'OutputPath': '$'}]} | state 'S', Catch[0]: 'OutputPath' is not known here",
        "{'Type': 'Parallel', 'End': true}                       | state 'S': 'Branches' must be an"
            + " array with at least one element",
        "{'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'A', 'States': {'A': OK},"
            + " 'TimeoutSeconds': 1}]} | state 'S', Branches[0]: 'TimeoutSeconds' is not known"
            + " here",
        "{'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'A', 'States': {'A': {'Type':"
            + " 'Pass', 'Next': 'A'}}}]} | state 'S', Branches[0]: no state ends it",
        "{'Type': 'Map', 'End': true}                            | state 'S': 'ItemProcessor' is"
            + " missing",
        "{'Type': 'Map', 'End': true, 'Iterator': {}, 'ItemProcessor': {'StartAt': 'A', 'States':"
            + " {'A': OK}}} | state 'S': 'Iterator' is not known here",
        "{'Type': 'Map', 'End': true, 'Parameters': {}, 'ItemProcessor': {'StartAt': 'A', 'States':"
            + " {'A': OK}}} | state 'S': 'Parameters' is not known here",
        "{'Type': 'Map', 'End': true, 'ItemsPath': '$.a[*]', 'ItemProcessor': {'StartAt': 'A',"
            + " 'States': {'A': OK}}} | state 'S': 'ItemsPath': '$.a[*]' is no reference path",
        "{'Type': 'Map', 'End': true, 'MaxConcurrency': -1, 'ItemProcessor': {'StartAt': 'A',"
            + " 'States': {'A': OK}}} | state 'S': 'MaxConcurrency' must be a whole number from 0",
        "{'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'A', 'States': {'A': OK},"
            + " 'ProcessorConfig': {'Mode': 'DISTRIBUTED'}}} | state 'S', ItemProcessor,"
            + " ProcessorConfig: 'Mode' is 'DISTRIBUTED', and only 'INLINE' is known",
        "{'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'A', 'States': {'A': OK},"
            + " 'ProcessorConfig': {'ExecutionType': 'STANDARD'}}} | state 'S', ItemProcessor,"
            + " ProcessorConfig: 'ExecutionType' is not known here",
        "{'Type': 'Map', 'End': true, 'ToleratedFailureCount': 1, 'ItemProcessor': {'StartAt': 'A',"
            + " 'States': {'A': OK}}} | state 'S': 'ToleratedFailureCount' is not known here",
        "{'Type': 'Choice'}                                      | state 'S': 'Choices' must be an"
            + " array with at least one element",
        "{'Type': 'Choice', 'End': true, 'Choices': [RULE]}      | state 'S': 'End' is not known"
            + " here",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'IsNull': true}]} | state 'S',"
            + " Choices[0]: 'Next' is missing",
        "{'Type': 'Choice', 'Choices': [{'Next': 'S'}]}          | state 'S', Choices[0]: needs one"
            + " operator",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'Next': 'S'}]} | state 'S', Choices[0]:"
            + " needs one operator",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'IsNull': true, 'IsString': true,"
            + " 'Next': 'S'}]} | state 'S', Choices[0]: needs one operator: And, Or, Not, or a"
            + " comparison with a Variable, but has 2",
        "{'Type': 'Choice', 'Choices': [{'IsNull': true, 'Next': 'S'}]} | state 'S', Choices[0]:"
            + " 'IsNull' is not known here",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'NumericEqual': 1, 'Next': 'S'}]} |"
            + " state 'S', Choices[0]: 'NumericEqual' is not known here",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'BooleanLessThan': true, 'Next': 'S'}]}"
            + " | state 'S', Choices[0]: 'BooleanLessThan' is not known here",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'NumericEquals': '1', 'Next': 'S'}]} |"
            + " state 'S', Choices[0]: 'NumericEquals': \"1\" is not of the"
            + " operator's kind",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'TimestampEquals': 'now', 'Next':"
            + " 'S'}]} | state 'S', Choices[0]: 'TimestampEquals' is not known here",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'StringEqualsPath': '$.b', 'Next':"
            + " 'S'}]} | state 'S', Choices[0]: 'StringEqualsPath' is not known here",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'StringMatches': 'a\\\\b', 'Next':"
            + " 'S'}]} | state 'S', Choices[0]: 'StringMatches': 'a\\b': a backslash may stand"
            + " before * and \\ only",
        "{'Type': 'Choice', 'Choices': [{'Variable': '$.a', 'IsNull': 'yes', 'Next': 'S'}]} | state"
            + " 'S', Choices[0]: 'IsNull': \"yes\" is not of the operator's kind",
        "{'Type': 'Choice', 'Choices': [{'And': [], 'Next': 'S'}]} | state 'S', Choices[0]: 'And'"
            + " must be an array with at least one element",
        "{'Type': 'Choice', 'Choices': [{'And': [RULE], 'Next': 'S'}]} | state 'S', Choices[0],"
            + " And[0]: 'Next' is not known here",
        "{'Type': 'Choice', 'Choices': [{'Not': [], 'Next': 'S'}]} | state 'S', Choices[0], Not:"
            + " must be a JSON object",
      })
  void states(String state, String message) {
    MachineRefusedTest.refused(ScriptedExecution.machineOf(state), message);
  }
}
