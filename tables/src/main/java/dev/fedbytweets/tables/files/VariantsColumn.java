package dev.fedbytweets.tables.files;

import dev.fedbytweets.core.model.MediaVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A column with a list of [MediaVariant]s in a row. The columns of its parts agree about the
/// length of a row's list, except that a part that the file does not have is null in every row.
record VariantsColumn(
    ListColumn<Long> bitRates, ListColumn<String> contentTypes, ListColumn<String> urls)
    implements Column<List<MediaVariant>> {

  @Override
  public List<MediaVariant> next() {
    List<Long> bitRate = bitRates.next();
    List<String> contentType = contentTypes.next();
    List<String> url = urls.next();
    int size =
        Stream.of(bitRate, contentType, url)
            .mapToInt(part -> part == null ? -1 : part.size())
            .max()
            .orElse(-1);
    if (size < 0) {
      return null;
    }
    List<MediaVariant> variants = new ArrayList<>(size);
    for (int index = 0; index < size; index++) {
      variants.add(new MediaVariant(at(bitRate, index), at(contentType, index), at(url, index)));
    }
    return variants;
  }

  @Override
  public void skip(int rows) {
    bitRates.skip(rows);
    contentTypes.skip(rows);
    urls.skip(rows);
  }

  private static <T> T at(List<T> values, int index) {
    return values == null ? null : values.get(index);
  }
}
