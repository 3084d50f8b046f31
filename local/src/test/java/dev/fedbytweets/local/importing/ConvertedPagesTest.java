package dev.fedbytweets.local.importing;

import static dev.fedbytweets.local.importing.ImportFixture.counts;
import static dev.fedbytweets.local.importing.ImportFixture.reasons;
import static dev.fedbytweets.local.importing.Responses.page;
import static dev.fedbytweets.local.importing.Responses.utf8;
import static dev.fedbytweets.local.importing.Sources.FLATTENED;
import static dev.fedbytweets.local.importing.Sources.V1_POST;
import static dev.fedbytweets.local.importing.Sources.V1_RETWEET;
import static dev.fedbytweets.local.importing.Sources.json;
import static dev.fedbytweets.local.importing.Sources.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fedbytweets.core.storage.LakeLayout;
import dev.fedbytweets.core.storage.PageKey;
import dev.fedbytweets.core.storage.PageMetadata;
import dev.fedbytweets.local.importing.format.SourceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people have instead of response pages becomes pages, and is kept as it came.
class ConvertedPagesTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private ImportFixture lake;

  @BeforeEach
  void open() {
    lake = new ImportFixture(folder);
  }

  @Test
  void aPostOfApiOneBecomesOneOfApiTwo() throws IOException {
    ImportReport report = lake.imports(lake.file("a.jsonl", V1_POST + "\n"));

    assertThat(reasons(report)).isEmpty();
    assertThat(onlyPage())
        .isEqualTo(
            tree(
                """
                {'data':[{'id':'1538650379528839168','created_at':'2022-06-19T22:30:11.000Z',
                 'text':'@tea Caf\u00e9 &amp; #Cake $CAKE https://t.co/a https://t.co/p','author_id':'9007199254740993','lang':'en',
                 'in_reply_to_user_id':'8','possibly_sensitive':false,'public_metrics':{'retweet_count':1,'like_count':2},
                 'referenced_tweets':[{'type':'quoted','id':'5'},{'type':'replied_to','id':'7'}],
                 'geo':{'place_id':'p1','coordinates':{'type':'Point','coordinates':[13.4,52.5]}},
                 'entities':{'hashtags':[{'start':16,'end':21,'tag':'Cake'}],'cashtags':[{'start':22,'end':27,'tag':'CAKE'}],
                  'mentions':[{'start':0,'end':4,'username':'tea','id':'8'}],
                  'urls':[{'start':28,'end':42,'url':'https://t.co/a','expanded_url':'https://example.org/a','display_url':'example.org/a'},
                   {'start':43,'end':57,'url':'https://t.co/p','expanded_url':'https://example.org/photo/1'}]},
                 'attachments':{'media_keys':['3_99']}}],
                 'includes':{'media':[{'media_key':'3_99','type':'photo','url':'https://example.org/p.jpg','alt_text':'A cake','width':640,'height':480}],
                  'places':[{'id':'p1','full_name':'Berlin, Germany','name':'Berlin','country':'Germany','country_code':'DE','place_type':'city',
                   'geo':{'type':'Feature','bbox':[13.1,52.3,13.8,52.7]}}],
                  'tweets':[{'id':'5','created_at':'2022-06-15T22:30:11.000Z','text':'old','author_id':'11'}],
                  'users':[{'id':'9007199254740993','username':'a','name':'A','created_at':'2009-01-01T00:00:01.000Z','location':'Here',
                   'description':'d','profile_image_url':'https://example.org/i.png','protected':false,'verified':true,
                   'public_metrics':{'followers_count':3,'following_count':4,'tweet_count':7,'listed_count':5,'like_count':6}},
                   {'id':'11','username':'q'}]},
                 'meta':{'result_count':1}}
                """));
    assertThat(report.converted()).isEqualTo(Map.of(SourceKind.V1_POST, 1L));
  }

  @Test
  void aCutRetweetBringsTheWholePostAlong() throws IOException {
    lake.imports(lake.file("a.jsonl", V1_RETWEET));

    JsonNode page = onlyPage();
    assertThat(page.at("/data/0/text").asText())
        .isEqualTo("RT @b: The beginning and the end #Long");
    assertThat(page.at("/data/0/entities/hashtags/0/tag").asText()).isEqualTo("Long");
    assertThat(page.at("/data/0/referenced_tweets"))
        .isEqualTo(tree("[{'type':'retweeted','id':'1538650379528839000'}]"));
    assertThat(page.at("/includes/tweets/0/text").asText())
        .isEqualTo("The beginning and the end #Long");
    assertThat(page.at("/includes/users").findValuesAsText("username")).containsExactly("r", "b");
  }

  @Test
  void aFlattenedPostIsUnfolded() throws IOException {
    ImportReport report = lake.imports(lake.file("a.jsonl", FLATTENED));

    assertThat(report.converted()).isEqualTo(Map.of(SourceKind.FLATTENED, 1L));
    assertThat(onlyPage())
        .isEqualTo(
            tree(
                """
                {'data':[{'id':'1644454844281810947','text':'@b hi','author_id':'1','created_at':'2023-04-07T21:39:22.000Z',
                 'in_reply_to_user_id':'2','entities':{'mentions':[{'start':0,'end':2,'username':'b','id':'2'}]},
                 'attachments':{'media_keys':['3_9']},'geo':{'place_id':'p'},
                 'referenced_tweets':[{'type':'replied_to','id':'1644454800000000000'},{'type':'quoted','id':'17'}]}],
                 'includes':{'media':[{'media_key':'3_9','type':'photo','alt_text':'alt'}],
                  'places':[{'id':'p','full_name':'Place, Land','country':'Land','geo':{'type':'Feature','bbox':[1,2,3,4]}}],
                  'tweets':[{'id':'3','text':'pinned','author_id':'1'},{'id':'1644454800000000000','text':'first','author_id':'2'}],
                  'users':[{'username':'d','id':'4','name':'D'},
                   {'id':'1','username':'a','name':'A','pinned_tweet_id':'3','entities':{'description':{'mentions':[{'start':0,'end':2,'username':'d','id':'4'}]}}},
                   {'username':'b','id':'2','name':'B','public_metrics':{'followers_count':1}}]},
                 '__twarc':{'retrieved_at':'2023-04-07T21:39:36+00:00'},'meta':{'result_count':1}}
                """));
    PageMetadata metadata = lake.metadata(lake.keys().getFirst());
    assertThat(metadata.retrievedAt()).isEqualTo(Instant.parse("2023-04-07T21:39:36Z"));
    assertThat(metadata.isRetrievedAtKnown()).isTrue();
  }

  static Stream<Arguments> layouts() {
    String old = "{'id_str':'1','text':'x','user':{'id_str':'2','screen_name':'u'}}";
    String row = "{'id':'1','text':'x','author_id':'2'}";
    return Stream.of(
        Arguments.of("lines of v1.1", "%1$s\n%1$s".formatted(old), SourceKind.V1_POST, 2),
        Arguments.of("a list of v1.1", "[%1$s,%1$s]".formatted(old), SourceKind.V1_POST, 2),
        Arguments.of(
            "a search of v1.1",
            "{'statuses':[%s],'search_metadata':{}}".formatted(old),
            SourceKind.V1_POST,
            1),
        Arguments.of(
            "a premium search",
            "{'results':[%s],'next':'n'}".formatted(old),
            SourceKind.V1_POST,
            1),
        Arguments.of(
            "v1.1 without texts of identifiers",
            "{'id':1,'text':'x','user':{'id':2}}",
            SourceKind.V1_POST,
            1),
        Arguments.of(
            "an old archive",
            "Grailbird.data.tweets_2012_01 = \n [ %s ]".formatted(old),
            SourceKind.V1_POST,
            1),
        Arguments.of(
            "users of v1.1",
            "[{'id_str':'1','screen_name':'a','name':'A'}]",
            SourceKind.V1_USER,
            1),
        Arguments.of("a single post", row, SourceKind.POST, 1),
        Arguments.of("a list of posts", "[%1$s,%1$s,%1$s]".formatted(row), SourceKind.POST, 3),
        Arguments.of(
            "a user on a line", "{'id':'1','username':'a','name':'A'}\n", SourceKind.USER, 1),
        Arguments.of(
            "includes",
            "{'users':[{'id':'1','username':'a'}],'tweets':[]}",
            SourceKind.INCLUDES,
            0),
        Arguments.of(
            "includes of R",
            "{'users':[{'id':'1','username':'a'}],'places':{}}",
            SourceKind.INCLUDES,
            0),
        Arguments.of(
            "tweets.js",
            script("tweets", "{'tweet':{'id_str':'1','full_text':'x'}}"),
            SourceKind.X_ARCHIVE,
            1),
        Arguments.of(
            "tweet.js with a semicolon",
            script("tweet", "{'tweet':{'id':'1','id_str':'1','text':'x'}}") + ";\n",
            SourceKind.X_ARCHIVE,
            1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void eachShapeBecomesAPageThatSaysWhatItWas(
      String shape, String text, SourceKind kind, int rows) {
    ImportReport report = lake.imports(lake.file("it.txt", json(text)));

    assertThat(reasons(report)).isEmpty();
    assertThat(report.converted()).isEqualTo(Map.of(kind, (long) rows));
    assertThat(counts(report).subList(1, 3)).containsExactly(1, 1);
    PageKey key = lake.keys().getFirst();
    assertThat(lake.store().read(key.key()).orElseThrow().metadata())
        .containsEntry(PageMetadata.SOURCE_KIND, kind.id());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void importingAgainAddsNothing(String shape, String text, SourceKind kind, int rows) {
    Path file = lake.file("it.txt", json(text));
    lake.imports(file);
    List<String> before = lake.store().list("", "").toList();

    ImportReport report = lake.imports(file);

    assertThat(report.stored()).isZero();
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(lake.store().list("", "").toList()).isEqualTo(before);
  }

  @Test
  void theOriginalIsKeptByteForByteBesideThePage() {
    String odd = json("{ 'id_str' : '1', 'text':'\\u00e9 1.50e+1' , 'user':{'id':1.0} }");
    lake.imports(lake.file("a.json", "[" + odd + ",\n" + V1_RETWEET + "]"));

    PageKey key = lake.keys().getFirst();
    assertThat(ImportFixture.contents(lake.store(), "originals/"))
        .isEqualTo(Map.of(LakeLayout.original(key), odd + "\n" + V1_RETWEET));
    byte[] original = utf8(odd + "\n" + V1_RETWEET);
    assertThat(key.page()).isEqualTo(new ByteSlice(original, 0, original.length).sha256());
    assertThat(key.date()).isEqualTo(LocalDate.of(2022, 6, 19));
  }

  @Test
  void manyLinesAreSeveralPagesAndPagesBetweenThemStayAsTheyAre() {
    String lines =
        IntStream.range(0, 1200)
            .mapToObj(i -> json("{'id':'%d','text':'x'}\n".formatted(i)))
            .collect(Collectors.joining());

    ImportReport report = lake.imports(lake.file("a.jsonl", page("7") + "\n" + lines));

    assertThat(counts(report)).containsExactly(1, 4, 4, 0, 1201, 0, 0, 0);
    assertThat(lake.pages()).contains(page("7"));
  }

  @Test
  void whatWasRetrievedAtAnotherTimeIsAnotherPage() {
    String other =
        FLATTENED.replace("21:39:36", "22:00:00").replace("844281810947", "844281810948");

    ImportReport report = lake.imports(lake.file("a.jsonl", FLATTENED + "\n" + other));

    assertThat(report.stored()).isEqualTo(2);
  }

  @Test
  void whatHasNoUserOrTimeIsCounted() {
    ImportReport report =
        lake.imports(
            lake.file("a.js", script("tweets", json("{'tweet':{'id_str':'1','full_text':'x'}}"))),
            lake.file(
                "b.jsonl",
                json(
                    "{'id_str':'2','text':'The beg\u2026','truncated':true,'created_at':'never','user':{'id':3}}")));

    assertThat(report.gaps()).isEqualTo(new SourceGaps(1, 2, 1));
  }

  @Test
  void linesOfSeveralAnswersInTurnAreAsManyPages() {
    String lines =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    "{'id':'%d','text':'x','__twarc':{'retrieved_at':'2023-04-07T21:0%d:00Z'}}\n"
                        .formatted(i, i % 3))
            .collect(Collectors.joining());

    ImportReport report = lake.imports(lake.file("a.jsonl", json(lines)));

    assertThat(counts(report)).containsExactly(1, 3, 3, 0, 300, 0, 0, 0);
  }

  @Test
  void aResponseThatAClientWrappedIsTheResponseByteForByte() {
    String inner = Responses.pretty(page("1"));

    ImportReport report =
        lake.imports(
            lake.file(
                "a.jsonl", "{\"status\":200,\"response\" : " + inner + " ,\"n\":1}\n" + page("2")));

    assertThat(reasons(report)).isEmpty();
    assertThat(report.converted()).isEmpty();
    assertThat(lake.pages()).containsExactlyInAnyOrder(inner, page("2"));
  }

  @Test
  void noticesOfAStreamAndErrorsSayWhatTheyAre() {
    ImportReport report =
        lake.imports(
            lake.file(
                "a.jsonl",
                json(
                    "{'delete':{'status':{'id':1}}}\n{'limit':{'track':1}}\n{'title':'Not Found Error','resource_type':'user','value':'1'}\n")));

    assertThat(report.firstRejected())
        .extracting(RejectedRecord::reason)
        .containsExactly(RejectionReason.NOTICE, RejectionReason.NOTICE, RejectionReason.ERROR);
    assertThat(lake.quarantined()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"half \\ud83d", "caf\u00e9 \uFFFD", "a\tb\0c"})
  void halfOfACharacterAndBadBytesCostNothing(String text) throws IOException {
    byte[] latin1 =
        json("{'id_str':'1','text':'%s'}".formatted(text.replace("\uFFFD", "\u00ff")))
            .getBytes(StandardCharsets.ISO_8859_1);

    ImportReport report = lake.imports(lake.file("a.jsonl", latin1));

    assertThat(reasons(report)).isEmpty();
    assertThat(onlyPage().at("/data/0/text").asText())
        .isEqualTo(text.replace("\\ud83d", "\ud83d").replace('\u00e9', '\uFFFD'));
  }

  private JsonNode onlyPage() throws IOException {
    assertThat(lake.pages()).hasSize(1);
    return JSON.readTree(lake.pages().getFirst());
  }

  private static JsonNode tree(String text) throws IOException {
    return JSON.readTree(json(text));
  }
}
