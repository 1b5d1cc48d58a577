package org.qingmen.spi.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FramersTest {

  @Test
  void stxEtxFramesAreFoundWhereverTheStreamIsCut() {
    everyCut(
        () -> new StxEtxFramer(8),
        "x\u0002ab\u0003y\u0002cd\u0003",
        "\u0002ab\u0003",
        "\u0002cd\u0003");
  }

  @Test
  void aStartMarkInsideAFrameBeginsANewOne() {
    StxEtxFramer framer = new StxEtxFramer(8);
    assertThat(feed(framer, "\u0002a\u0002cd\u0003")).containsExactly("\u0002cd\u0003");
    assertThat(framer.skipped()).isEqualTo(2);
  }

  @Test
  void aFrameThatNeverEndsIsSkippedAndTheNextOneRead() {
    StxEtxFramer framer = new StxEtxFramer(6);
    assertThat(feed(framer, "\u0002aaaaaaaaaaaaaa\u0002b\u0003")).containsExactly("\u0002b\u0003");
    assertThat(framer.skipped()).isEqualTo(15);
  }

  @Test
  void framesOfFixedLengthMayHoldTheirMarks() {
    everyCut(() -> new FixedLengthFramer('<', 4, '>'), "<a<b>c<<>d<12>", "<12>");
    everyCut(() -> new FixedLengthFramer('<', 4, '>'), "<<>><>>>", "<<>>", "<>>>");
  }

  @Test
  void lengthPrefixedFramesMayHoldTheirMark() {
    everyCut(
        () -> new LengthPrefixedFramer("##".getBytes(ISO_8859_1), 2, 1, 3, 20),
        "noise##\u0004a##b#####\u0001z",
        "##\u0004a##b",
        "##\u0001z");
  }

  @Test
  void aLengthThatCannotBeIsNoise() {
    LengthPrefixedFramer framer = new LengthPrefixedFramer("#".getBytes(ISO_8859_1), 1, 1, 2, 10);
    assertThat(feed(framer, "#\u007f#\u0001a")).containsExactly("#\u0001a");
    assertThat(framer.skipped()).isEqualTo(2);
  }

  @Test
  void textFramesEndWhereTheNextBeginsOrTheLineEnds() {
    everyCut(
        () -> new StartMarkFramer('=', 12), "99=0003.000=-0001.00\r\n", "=0003.000", "=-0001.00");
  }

  @Test
  void linesEndWithLineFeedAndEmptyOnesAreNone() {
    everyCut(() -> new LineFramer(10), "one\r\n\r\ntwo\n", "one", "two");
  }

  @Test
  void aLineThatIsTooLongIsSkippedToItsEnd() {
    LineFramer framer = new LineFramer(4);
    assertThat(feed(framer, "123456789\nok\n")).containsExactly("ok");
    assertThat(framer.skipped()).isEqualTo(9);
  }

  @Test
  void aFrameShorterThanItsMarksCannotBe() {
    assertThatIllegalArgumentException().isThrownBy(() -> new StxEtxFramer(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new FixedLengthFramer(2, 1, 3));
  }

  private static void everyCut(Supplier<Framer> framers, String stream, String... expected) {
    for (int cut = 0; cut <= stream.length(); cut++) {
      Framer framer = framers.get();
      List<String> found = new ArrayList<>(feed(framer, stream.substring(0, cut)));
      found.addAll(feed(framer, stream.substring(cut)));
      assertThat(found).as("cut at " + cut).containsExactly(expected);
    }
    Framer bytewise = framers.get();
    List<String> found = new ArrayList<>();
    stream.chars().forEach(each -> found.addAll(feed(bytewise, Character.toString(each))));
    assertThat(found).containsExactly(expected);
  }

  private static List<String> feed(Framer framer, String text) {
    return framer.feed(text.getBytes(ISO_8859_1)).stream()
        .map(frame -> new String(frame, ISO_8859_1))
        .toList();
  }
}
