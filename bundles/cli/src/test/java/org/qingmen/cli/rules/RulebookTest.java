package org.qingmen.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.RulesWorkbench;

@DisplayName("The printed rulebook")
class RulebookTest {

  private static final Path SHIPPED = Path.of("../../rules");

  @TempDir private Path folder;

  private String book(Path pack, String language) throws IOException {
    Path file = folder.resolve(language + ".pdf");
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    int code =
        new RulesVerb()
            .run(
                Stream.of("book", pack, "-o", file, "--lang", language, "--library", SHIPPED)
                    .map(Object::toString)
                    .toList(),
                new Terminal(nowhere, nowhere, Locale.ENGLISH));
    assertThat(code).isEqualTo(Verb.OK);
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
      return plain(new PDFTextStripper().getText(document));
    }
  }

  /** Lines and pages break where they like. */
  private static String plain(String text) {
    return text.replaceAll("\\s", "");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"cn.gate", "cn.340.i15-cement", "cn.stage", "example.970000.stage-table"})
  @DisplayName("holds every clause, rule, value and case of the pack")
  void complete(String id) throws IOException {
    Path pack = SHIPPED.resolve(id);
    String book = book(pack, "zh");

    try (RulesWorkbench workbench = new RulesWorkbench().withLibrary(SHIPPED);
        OpenPack open = workbench.open(pack, problem -> {}).orElseThrow()) {
      assertThat(book).contains(open.hash(), id, "规则说明书", "目录");
      open.content()
          .rules()
          .forEach(
              rule ->
                  assertThat(book)
                      .contains(plain(rule.clause()), plain(rule.name()), plain(rule.code()))
                      .contains(plain(rule.message().zh())));
      open.content()
          .parameters()
          .forEach(
              one ->
                  assertThat(inCells(book))
                      .contains(inCells(one.name()), inCells(one.source()), inCells(one.clause())));
      open.written()
          .cases()
          .forEach(one -> assertThat(inCells(book)).contains(inCells(one.sentence())));
      boolean unverified = open.content().parameters().stream().anyMatch(one -> !one.verified());
      assertThat(book.contains("★未核实")).isEqualTo(unverified);
      open.content().bases().forEach(base -> assertThat(book).contains(base.id(), base.hash()));
    }
  }

  /** A row that goes over a page has the foot of the page and the head of the table in between. */
  private static String inCells(String text) {
    return plain(text);
  }

  @Test
  @DisplayName("is there in English too, with the clauses as they are")
  void english() throws IOException {
    assertThat(book(SHIPPED.resolve("example.970000.stage-table"), "en"))
        .contains("Rulebook", "Contents", "第五条第一项", "Casesinwhichitspoke");
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> packs = Files.list(SHIPPED)) {
      return packs
          .filter(pack -> Files.exists(pack.resolve("pack.yaml")))
          .filter(pack -> pack.getFileName().toString().hashCode() % 8 == 0)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("can be made of packs of every kind")
  void every(Path pack) throws IOException {
    assertThat(book(pack, "zh")).contains("规则说明书");
  }
}
