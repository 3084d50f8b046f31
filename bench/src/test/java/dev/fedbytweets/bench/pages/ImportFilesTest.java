package dev.fedbytweets.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.bench.pages.ImportFiles.Layout;
import dev.fedbytweets.bench.rounds.Folders;
import dev.fedbytweets.bench.rounds.Processes;
import dev.fedbytweets.bench.rounds.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportFilesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PAGES = 3;

  @TempDir private Path work;

  @Test
  void everyLayoutHasTheSamePosts() throws Exception {
    ImportFiles files = pages(Layout.FILES);
    ImportFiles lines = pages(Layout.LINES);
    ImportFiles small = pages(Layout.SMALL);

    assertThat(files.files()).isEqualTo(PAGES);
    assertThat(lines.files()).isEqualTo(1);
    assertThat(small.files()).isGreaterThan(PAGES * PageGenerator.NEW_POSTS - 1);
    assertThat(posts(lines)).isEqualTo(posts(files));
    assertThat(posts(small)).isEqualTo(posts(files));
  }

  @Test
  void aPageSaysWhenItWasRetrieved() throws Exception {
    assertThat(documents(pages(Layout.LINES)))
        .extracting(page -> page.at("/__twarc/retrieved_at").asText())
        .containsExactly(
            PageFolder.retrieved(0).toString(),
            PageFolder.retrieved(1).toString(),
            PageFolder.retrieved(2).toString());
  }

  private ImportFiles pages(Layout layout) throws Exception {
    return ImportFiles.of(new Workbench(work, new Processes(0), line -> {}), 1, PAGES, layout);
  }

  private static List<JsonNode> posts(ImportFiles pages) throws IOException {
    List<JsonNode> posts = new ArrayList<>();
    documents(pages).forEach(page -> page.get("data").forEach(posts::add));
    return posts;
  }

  private static List<JsonNode> documents(ImportFiles pages) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (Path file : Folders.files(pages.folder())) {
      for (String line : Files.readAllLines(file)) {
        documents.add(JSON.readTree(line));
      }
    }
    return documents;
  }
}
