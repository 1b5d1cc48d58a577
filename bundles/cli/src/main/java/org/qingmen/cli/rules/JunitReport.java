package org.qingmen.cli.rules;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.qingmen.engine.OpenPack.CaseResult;
import org.qingmen.spi.pack.PackProblem;

/** Cases as JUnit XML, which every build server reads. */
final class JunitReport {

  private record Suite(String name, List<Case> cases) {}

  private record Case(String name, String place, String failure) {}

  private final List<Suite> suites = new ArrayList<>();

  /** Adds the cases of a pack. */
  void add(String pack, List<CaseResult> cases, Texts texts) {
    suites.add(
        new Suite(
            pack,
            cases.stream()
                .map(
                    one ->
                        new Case(
                            one.sentence(),
                            Texts.place(one.file(), one.line()),
                            failure(one.problems(), texts)))
                .toList()));
  }

  /** Adds a pack that could not be tested. */
  void broken(String pack, List<PackProblem> problems, Texts texts) {
    suites.add(new Suite(pack, List.of(new Case(pack, pack, failure(problems, texts)))));
  }

  private static String failure(List<PackProblem> problems, Texts texts) {
    if (problems.isEmpty()) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (PackProblem problem : problems) {
      text.append(Texts.place(problem.file(), problem.line())).append(' ');
      text.append(texts.say(problem.message())).append('\n');
    }
    return text.toString();
  }

  /** Writes the file. */
  void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      for (Suite suite : suites) {
        suite(xml, suite);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void suite(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
    long failures = suite.cases().stream().filter(one -> one.failure() != null).count();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", suite.name());
    xml.writeAttribute("tests", Integer.toString(suite.cases().size()));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    for (Case one : suite.cases()) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", suite.name());
      xml.writeAttribute("name", one.name());
      xml.writeAttribute("file", one.place());
      if (one.failure() != null) {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", one.failure().lines().findFirst().orElse(""));
        xml.writeCharacters(one.failure());
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
