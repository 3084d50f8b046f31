package dev.fedbytweets.togold.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A page as others see it.
final class WrittenPage {

  private static final Pattern RAW = Pattern.compile("(?s)(<(script|style)[^>]*>)(.*?)(</\\2>)");

  private final String html;
  private @Nullable Document document;

  WrittenPage(String html) {
    this.html = html;
  }

  static WrittenPage of(PageData data) {
    return new WrittenPage(new String(Dashboard.page(data), StandardCharsets.UTF_8));
  }

  String html() {
    return html;
  }

  /// Its elements, read as XML, with nothing in scripts and styles.
  Document elements() {
    if (document == null) {
      document = parsed();
    }
    return document;
  }

  private Document parsed() {
    try {
      String text = RAW.matcher(html).replaceAll("$1$4").replace("<!DOCTYPE html>", "");
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the page is not well formed", e);
    }
  }

  List<Element> elements(String name) {
    NodeList all = elements().getElementsByTagName(name);
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  /// The text of an element.
  String text(String id) {
    return element(id).getTextContent();
  }

  Element element(String id) {
    return elements("*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// The contents of scripts and styles whose opening tag is this.
  String raw(String tag) {
    return RAW.matcher(html)
        .results()
        .filter(match -> match.group(1).equals(tag))
        .map(match -> match.group(3))
        .findFirst()
        .orElseThrow();
  }

  /// What the page's script reads.
  JsonNode model() {
    try {
      return new JsonMapper().readTree(raw("<script type=\"application/json\" id=\"data\">"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a figure's CSV, without the mark at its beginning.
  List<String> csv(String figure) {
    String link = element(figure + "-csv").getAttribute("href");
    String data = link.substring("data:text/csv;charset=utf-8,".length()).replace("+", "%2B");
    return URLDecoder.decode(data, StandardCharsets.UTF_8).substring(1).lines().toList();
  }

  /// The parts of the whole file that look like this.
  List<MatchResult> matches(String pattern) {
    return Pattern.compile(pattern).matcher(html).results().toList();
  }
}
