package dev.sluice.reports;

import dev.sluice.gate.report.TestReport;
import dev.sluice.text.Words;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads JUnit XML, which has no standard but one form in practice. Tests are counted one by one; a
/// suite that says of itself that more have failed is believed. A test that failed first and passed
/// when it was run again has passed.
///
/// No document type, and so no entity of any kind, is read.
final class JUnitReader {

  private static final int DEPTH = 60;
  private static final int NAMES = 20;
  private static final int LINE = 200;
  private static final Pattern DIGEST_PROPERTY = Pattern.compile("(?i)(.*[._-])?image[._-]digest");
  private static final XMLInputFactory FACTORY = factory();

  private final Deque<Suite> suites = new ArrayDeque<>();
  private final List<String> failures = new ArrayList<>();
  private final List<String> digests = new ArrayList<>();
  private Optional<String> test = Optional.empty();
  private boolean bad;
  private boolean left;
  private int run;
  private int skipped;
  private int failed;

  private static final class Suite {
    private final int declared;
    private int failed;

    Suite(int declared) {
      this.declared = declared;
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  static TestReport read(Origin origin, byte[] xml) throws Unreadable {
    var reader = new JUnitReader();
    try {
      var in = FACTORY.createXMLStreamReader(new StringReader(XmlText.of(xml)));
      try {
        reader.document(in);
      } finally {
        in.close();
      }
    } catch (XMLStreamException fault) {
      var at = fault.getLocation();
      throw new Unreadable(
          at == null ? 0 : at.getLineNumber(),
          at == null ? 0 : at.getColumnNumber(),
          Words.of("report.xml", told(fault)));
    }
    return new TestReport(
        origin.source(),
        origin.or(Digests.in(reader.digests.stream())),
        origin.modified(),
        reader.run,
        reader.failed,
        reader.skipped,
        reader.failures);
  }

  /// The parser puts the place before, and the sentence into a line of its own.
  private static String told(XMLStreamException fault) {
    var lines = String.valueOf(fault.getMessage()).lines().toList();
    return cut(lines.getLast().replaceFirst("^Message: ", ""));
  }

  private static String cut(String text) {
    return text.length() > LINE ? text.substring(0, LINE) + "…" : text;
  }

  private void document(XMLStreamReader in) throws XMLStreamException, Unreadable {
    int depth = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.DTD -> throw at(in, Words.of("report.doctype"));
        case XMLStreamConstants.ENTITY_REFERENCE -> throw at(in, Words.of("report.entity"));
        case XMLStreamConstants.START_ELEMENT -> {
          if (depth++ >= DEPTH) {
            throw at(in, Words.of("report.deep", DEPTH));
          }
          begin(in, depth == 1);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          end(in.getLocalName());
        }
        default -> {}
      }
    }
  }

  private static Unreadable at(XMLStreamReader in, Words words) {
    var at = in.getLocation();
    return new Unreadable(at.getLineNumber(), at.getColumnNumber(), words);
  }

  private void begin(XMLStreamReader in, boolean root) throws Unreadable {
    var name = in.getLocalName();
    if (root && !name.equals("testsuites") && !name.equals("testsuite")) {
      throw at(in, Words.of("report.junit", cut(name)));
    }
    switch (name) {
      case "testsuites", "testsuite" ->
          suites.push(new Suite(number(in, "failures") + number(in, "errors")));
      case "testcase" -> {
        test = Optional.of(name(in));
        bad = false;
        left = false;
      }
      case "failure", "error" -> bad |= test.isPresent();
      case "skipped" -> left |= test.isPresent();
      case "property" -> property(in);
      default -> {}
    }
  }

  private void property(XMLStreamReader in) {
    boolean digest = DIGEST_PROPERTY.matcher(attribute(in, "name")).matches();
    if (digest) {
      digests.add(attribute(in, "value"));
    }
  }

  private void end(String name) {
    switch (name) {
      case "testcase" -> {
        run++;
        skipped += left && !bad ? 1 : 0;
        if (bad) {
          suites.element().failed++;
          test.filter(_ -> failures.size() < NAMES).ifPresent(failures::add);
        }
        test = Optional.empty();
      }
      case "testsuites", "testsuite" -> {
        var suite = suites.pop();
        int sum = Math.max(suite.declared, suite.failed);
        if (suites.isEmpty()) {
          failed += sum;
        } else {
          suites.element().failed += sum;
        }
      }
      default -> {}
    }
  }

  private static String name(XMLStreamReader in) {
    return cut(
        Stream.of(attribute(in, "classname"), attribute(in, "name"))
            .filter(part -> !part.isBlank())
            .map(part -> part.substring(part.lastIndexOf('.', part.length() - 2) + 1))
            .reduce((one, other) -> one + "." + other)
            .orElse("?"));
  }

  private static int number(XMLStreamReader in, String attribute) {
    var text = attribute(in, attribute);
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static String attribute(XMLStreamReader in, String name) {
    var value = in.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
