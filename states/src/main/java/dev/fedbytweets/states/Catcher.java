package dev.fedbytweets.states;

/// One element of `Catch`: where the flow goes on after certain errors, and where in the state's
/// input the error is put.
record Catcher(ErrorNames errors, ResultTarget resultPath, String next) {}
