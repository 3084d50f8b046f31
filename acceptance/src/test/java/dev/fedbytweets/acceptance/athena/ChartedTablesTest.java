package dev.fedbytweets.acceptance.athena;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.model.Layer;
import dev.fedbytweets.tables.schema.TableDefinition;
import dev.fedbytweets.tables.schema.TableDefinitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Type;
import org.junit.jupiter.api.Test;

/// Terraform tells QuickSight the columns that the tables of counts have.
class ChartedTablesTest {

  private static final Path TABLES =
      Path.of("..", "terraform", "modules", "quicksight", "tables.json");

  /// They name posts, or have lists.
  private static final List<String> NOT_CHARTED = List.of("models", "post_labels");

  @Test
  void quickSightKnowsTheColumns() throws IOException {
    JsonNode charted = JsonMapper.builder().build().readTree(TABLES.toFile());

    List<TableDefinition<?>> gold =
        TableDefinitions.ALL.stream()
            .filter(definition -> definition.layer() == Layer.GOLD)
            .filter(definition -> !NOT_CHARTED.contains(definition.name().lowerCase()))
            .toList();
    assertThat(charted.propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(
            gold.stream().map(definition -> definition.name().lowerCase()).toList());
    for (TableDefinition<?> definition : gold) {
      assertThat(charted.path(definition.name().lowerCase()).valueStream().map(Object::toString))
          .as(definition.toString())
          .containsExactlyElementsOf(
              definition.schema().columns().stream()
                  .map(
                      column ->
                          "{\"name\":\"%s\",\"type\":\"%s\"}"
                              .formatted(column.name(), type(column.type())))
                  .toList());
    }
  }

  private static String type(Type type) {
    return switch (type.typeId()) {
      case DATE, TIMESTAMP -> "DATETIME";
      case INTEGER, LONG -> "INTEGER";
      case DOUBLE -> "DECIMAL";
      case STRING -> "STRING";
      default -> throw new AssertionError("QuickSight has no name for " + type);
    };
  }
}
