/// The contracts between the steps: one record for each arrow of the state machine. As JSON the
/// components are in snake_case, times are ISO 8601 in UTC, enum constants and table names lower
/// case.
@NullMarked
package dev.fedbytweets.core.step;

import org.jspecify.annotations.NullMarked;
