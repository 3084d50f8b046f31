package dev.fedbytweets.processraw.page;

import static dev.fedbytweets.processraw.page.SamplePages.FILE_NAME;
import static dev.fedbytweets.processraw.page.SamplePages.IMPORT_DATE;
import static dev.fedbytweets.processraw.page.SamplePages.RETRIEVED_AT;
import static dev.fedbytweets.processraw.page.SamplePages.parsed;
import static dev.fedbytweets.processraw.page.SamplePages.place;
import static dev.fedbytweets.processraw.page.SamplePages.withPlace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceRowsTest {

  @Test
  void readsEveryColumn() {
    ParsedPage page =
        parsed(
            """
            {"includes": {"places": [{
              "id": "01a9a39529b27f36",
              "full_name": "Manhattan, NY",
              "country": "United States",
              "place_type": "city",
              "name": "Manhattan",
              "country_code": "US",
              "geo": {"type": "Feature", "bbox": [-74.026675, 40.683935, -73.910408, 41],
                "properties": {}},
              "contained_within": ["27485069891a7938", {"id": "96683cc9126741d1", "name": "USA"}, 5]
            }]}}
            """);

    assertThat(place(page))
        .isEqualTo(
            new Place(
                "01a9a39529b27f36",
                "Manhattan, NY",
                "United States",
                "city",
                IMPORT_DATE,
                FILE_NAME,
                "r-1",
                RETRIEVED_AT,
                "Manhattan",
                "US",
                -74.026675,
                40.683935,
                -73.910408,
                41.0,
                List.of("27485069891a7938", "96683cc9126741d1", "5"),
                true));
    assertThat(page.unknownFields()).isEmpty();
    assertThat(page.malformedFields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "country": 1                                  | places.country
          "geo": []                                     | places.geo
          "geo": {"bbox": "1,2,3,4"}                    | places.geo.bbox
          "geo": {"bbox": [1, 2, 3]}                    | places.geo.bbox
          "geo": {"bbox": [1, 2, 3, 4, 5]}              | places.geo.bbox
          "geo": {"bbox": [1, 2, null, 3, 4]}           | places.geo.bbox
          "geo": {"bbox": [[1], 2, 3, 4]}               | places.geo.bbox
          "contained_within": "27485069891a7938"        | places.contained_within
          "contained_within": [{"id": []}]              | places.contained_within.id
          """)
  void countsValuesOfAnotherKindAndKeepsTheRow(String fields, String path) {
    ParsedPage page = withPlace(fields + ", \"full_name\": \"Lisboa\"");

    assertThat(page.malformedFields()).isEqualTo(Map.of(path, 1L));
    assertThat(place(page)).isEqualTo(place(withPlace("\"full_name\": \"Lisboa\"")));
  }
}
