package org.qingmen.spi.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.framing.Multipart.Part;

class MultipartTest {

  @Test
  void findsTheBoundaryInTheBody() {
    List<Part> parts =
        parse(
            "--b1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\none\r\n"
                + "--b1\r\nContent-Disposition: form-data;name=\"b\";filename=\"p.jpg\"\r\n"
                + "Content-Type: IMAGE/jpeg; q=1\r\nContent-Length: 99\r\n\r\ntwo\r\n--b1--\r\n");
    assertThat(parts).extracting(Part::name).containsExactly("a", "b");
    assertThat(parts).extracting(Part::label).containsExactly("a", "p.jpg");
    assertThat(parts.get(1).type()).isEqualTo("image/jpeg");
    assertThat(parts).extracting(part -> text(part)).containsExactly("one", "two");
  }

  @Test
  void toleratesBareLineFeedsAndBlanksAroundNames() {
    List<Part> parts =
        parse("--x\nContent-Disposition: form-data; name=\" pass_wd\"\n\nv\n--x--\n");
    assertThat(parts).extracting(Part::name).containsExactly("pass_wd");
    assertThat(text(parts.get(0))).isEqualTo("v");
  }

  @Test
  void toleratesIndentedLinesAndBlanksBehindTheBoundary() {
    List<Part> parts = parse("\t--x \r\n\tContent-Type: text/xml\r\n\t\r\n\t<a/>\r\n\t--x--\r\n");
    assertThat(parts).extracting(Part::type).containsExactly("text/xml");
    assertThat(text(parts.get(0))).isEqualTo("\t<a/>");
  }

  @Test
  void keepsLineEndsThatBelongToAPicture() {
    List<Part> parts = parse("--x\r\nContent-Type: image/jpeg\r\n\r\na\r\n\r\nb\r\n\r\n--x--");
    assertThat(text(parts.get(0))).isEqualTo("a\r\n\r\nb\r\n");
  }

  @Test
  void readsTheLastPartOfABodyWithoutAClosingBoundary() {
    assertThat(parse("--x\r\nA: b\r\n\r\nrest")).hasSize(1);
  }

  @Test
  void hasNoPartsWhenTheBodyIsNone() {
    for (String body : List.of("", "--", "--x", "{}", "--x\r\nno headers end", "-x\r\n\r\n")) {
      assertThat(Multipart.parse(body.getBytes(ISO_8859_1))).as(body).isEmpty();
    }
  }

  @Test
  void refusesTooManyParts() {
    String part = "--x\r\nA: b\r\n\r\nv\r\n";
    assertThat(Multipart.parse((part.repeat(100) + "--x--").getBytes(ISO_8859_1))).isEmpty();
  }

  private static List<Part> parse(String body) {
    return Multipart.parse(body.getBytes(ISO_8859_1)).orElseThrow();
  }

  private static String text(Part part) {
    return new String(part.content(), ISO_8859_1);
  }
}
