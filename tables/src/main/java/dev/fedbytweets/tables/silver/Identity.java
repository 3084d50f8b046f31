package dev.fedbytweets.tables.silver;

import java.util.List;

/// The columns of a bronze row that decide which silver row it is about. Columns that the table
/// does not have are null.
///
/// @param id as received, not null
/// @param subject null but for tweets
/// @param createdAt as received
/// @param editHistory as received, null but for tweets
public record Identity(String id, String subject, String createdAt, List<String> editHistory) {}
