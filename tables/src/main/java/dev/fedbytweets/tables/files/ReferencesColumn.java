package dev.fedbytweets.tables.files;

import dev.fedbytweets.core.model.Reference;
import java.util.List;
import java.util.stream.IntStream;

/// A column with a list of [Reference]s in a row.
record ReferencesColumn(ListColumn types, ListColumn ids) implements Column<List<Reference>> {

  @Override
  public List<Reference> next() {
    List<String> type = types.next();
    List<String> id = ids.next();
    if (type == null && id == null) {
      return null;
    }
    return IntStream.range(0, type == null ? id.size() : type.size())
        .mapToObj(index -> new Reference(at(type, index), at(id, index)))
        .toList();
  }

  @Override
  public void skip(int rows) {
    types.skip(rows);
    ids.skip(rows);
  }

  private static String at(List<String> texts, int index) {
    return texts == null ? null : texts.get(index);
  }
}
