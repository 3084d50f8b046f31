package dev.fedbytweets.processraw.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fedbytweets.core.model.Medium;
import dev.fedbytweets.core.model.Place;
import dev.fedbytweets.core.model.Tweet;
import dev.fedbytweets.core.model.User;
import dev.fedbytweets.core.run.RunName;
import dev.fedbytweets.core.run.SubjectName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;

/// Reads made-up pages for the tests.
final class SamplePages {

  static final String FILE_NAME = "subject=coffee/date=2026-09-01/run=r-1/page-00001.json.gz";
  static final Instant RETRIEVED_AT = Instant.parse("2026-09-01T07:00:03Z");
  static final Instant IMPORT_DATE = Instant.parse("2026-09-01T07:05:00Z");
  static final PageOrigin ORIGIN =
      new PageOrigin(
          FILE_NAME,
          new SubjectName("coffee"),
          new RunName("r-1"),
          RETRIEVED_AT,
          true,
          IMPORT_DATE);

  private SamplePages() {}

  static PageOutcome outcome(byte[] body) {
    return new PageParser().parse(body, ORIGIN);
  }

  static PageOutcome outcome(String body) {
    return outcome(body.getBytes(StandardCharsets.UTF_8));
  }

  static ParsedPage parsed(byte[] body) {
    return assertThat(outcome(body))
        .asInstanceOf(InstanceOfAssertFactories.type(ParsedPage.class))
        .actual();
  }

  static ParsedPage parsed(String body) {
    return parsed(body.getBytes(StandardCharsets.UTF_8));
  }

  /// A page with one post, which has these fields and an `id`.
  static ParsedPage withPost(String fields) {
    return parsed("{\"data\":[{\"id\":\"1\",%s}]}".formatted(fields));
  }

  /// A page with one user, which has these fields and an `id`.
  static ParsedPage withUser(String fields) {
    return parsed("{\"includes\":{\"users\":[{\"id\":\"1\",%s}]}}".formatted(fields));
  }

  /// A page with one place, which has these fields and an `id`.
  static ParsedPage withPlace(String fields) {
    return parsed("{\"includes\":{\"places\":[{\"id\":\"1\",%s}]}}".formatted(fields));
  }

  /// A page with one medium, which has these fields and a `media_key`.
  static ParsedPage withMedium(String fields) {
    return parsed("{\"includes\":{\"media\":[{\"media_key\":\"3_1\",%s}]}}".formatted(fields));
  }

  static Tweet post(ParsedPage page) {
    assertThat(page.tweets().written()).hasSize(1);
    return page.tweets().written().getFirst();
  }

  static User user(ParsedPage page) {
    assertThat(page.users().written()).hasSize(1);
    return page.users().written().getFirst();
  }

  static Place place(ParsedPage page) {
    assertThat(page.places().written()).hasSize(1);
    return page.places().written().getFirst();
  }

  static Medium medium(ParsedPage page) {
    assertThat(page.media().written()).hasSize(1);
    return page.media().written().getFirst();
  }
}
