package dev.fedbytweets.acceptance.lambda;

import dev.fedbytweets.local.run.NamedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/// All that a bucket keeps: every version of every object.
///
/// @param client reaches it
record StoredVersions(S3Client client, String bucket) {

  /// A client of the account that is open in this JVM.
  static S3Client newClient() {
    return S3Client.builder()
        .forcePathStyle(true)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  /// The versions, current or not.
  List<ObjectVersion> all() {
    return client.listObjectVersionsPaginator(list -> list.bucket(bucket)).stream()
        .flatMap(page -> page.versions().stream())
        .toList();
  }

  /// The keys of versions that are not current, and of delete markers.
  List<String> old() {
    return Stream.concat(
            all().stream().filter(version -> !version.isLatest()).map(ObjectVersion::key),
            client.listObjectVersionsPaginator(list -> list.bucket(bucket)).stream()
                .flatMap(page -> page.deleteMarkers().stream())
                .map(DeleteMarkerEntry::key))
        .toList();
  }

  /// The versions in which any identifier stands: as text, inflated, as rows, or as what a manifest
  /// says.
  ///
  /// @param folder empty, takes what is stored
  Set<String> naming(Path folder, Set<String> identifiers) throws Exception {
    int number = 0;
    for (ObjectVersion version : all()) {
      Path file = folder.resolve(number++ + "/" + version.key());
      Files.createDirectories(file.getParent());
      byte[] bytes =
          client
              .getObjectAsBytes(
                  get -> get.bucket(bucket).key(version.key()).versionId(version.versionId()))
              .asByteArray();
      Files.write(file, bytes);
      if (version.key().endsWith(".avro")) {
        Files.writeString(
            file.resolveSibling(file.getFileName() + ".text"), text(bytes), StandardCharsets.UTF_8);
      }
    }
    return NamedFiles.of(folder, identifiers);
  }

  private static String text(byte[] avro) throws IOException {
    StringBuilder text = new StringBuilder();
    try (DataFileReader<GenericRecord> rows =
        new DataFileReader<>(new SeekableByteArrayInput(avro), new GenericDatumReader<>())) {
      for (GenericRecord row : rows) {
        text.append(row).append('\n');
      }
    }
    return text.toString();
  }
}
