package dev.fedbytweets.tables.files;

import dev.fedbytweets.core.model.Reference;
import java.util.ArrayList;
import java.util.List;

/// A column with a list of [Reference]s in a row.
record ReferencesColumn(ListColumn<String> types, ListColumn<String> ids)
    implements Column<List<Reference>> {

  @Override
  public List<Reference> next() {
    List<String> type = types.next();
    List<String> id = ids.next();
    if (type == null && id == null) {
      return null;
    }
    int size = type == null ? id.size() : type.size();
    List<Reference> references = new ArrayList<>(size);
    for (int index = 0; index < size; index++) {
      references.add(new Reference(at(type, index), at(id, index)));
    }
    return references;
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
