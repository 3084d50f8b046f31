package dev.fedbytweets.states;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;

/// Shows JSON trees to the JSONPath library. A position that an array does not have is nothing,
/// as in the library's other providers; its own one for trees takes it for null.
final class TreeProvider extends JacksonJsonNodeJsonProvider {

  TreeProvider() {
    super(Json.MAPPER);
  }

  @Override
  public Object getArrayIndex(Object array, int index) {
    if (index < 0 || index >= ((ArrayNode) array).size()) {
      throw new IndexOutOfBoundsException(index);
    }
    return super.getArrayIndex(array, index);
  }
}
