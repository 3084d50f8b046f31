package dev.fedbytweets.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestsTest {

  @ParameterizedTest
  @CsvSource({
    "PUT,    /lake/raw/page.json.gz,                1, 0, 0",
    "GET,    /lake/raw/page.json.gz,                0, 1, 0",
    "HEAD,   /lake/raw/page.json.gz,                0, 1, 0",
    "GET,    /lake?list-type=2&prefix=raw/,         1, 0, 0",
    "GET,    /lake/?list-type=2&prefix=raw/,        1, 0, 0",
    "DELETE, /lake/raw/page.json.gz,                0, 0, 1",
    "POST,   /lake?delete,                          0, 0, 1",
    "POST,   /lake/silver/file.parquet?uploads,     1, 0, 0"
  })
  void aRequestCountsAsWhatS3Bills(
      String method, String request, long writes, long reads, long deletes) {
    assertThat(Requests.s3(method, URI.create(request)))
        .isEqualTo(new Requests(writes, reads, deletes, 0, 0));
  }
}
