package org.qingmen.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.framing.Framer;

/**
 * What every codec of a byte stream promises besides: frames are found however TCP cuts them,
 * behind noise, behind half a frame and behind a damaged one.
 */
public abstract class FramedCodecContract extends CodecContract {

  /** Bytes that begin no frame. */
  protected abstract byte[] noise();

  /**
   * Bytes that complete the last frame of a stream, such as a line end; none when it has an end.
   */
  protected byte[] terminator() {
    return new byte[0];
  }

  @Test
  void findsTheFrameWhereverTheStreamIsCut() {
    for (byte[] message : messages().values()) {
      byte[] stream = joined(message, terminator());
      for (int cut = 0; cut <= stream.length; cut++) {
        Framer framer = framer();
        List<byte[]> frames = new ArrayList<>(framer.feed(Arrays.copyOf(stream, cut)));
        frames.addAll(framer.feed(Arrays.copyOfRange(stream, cut, stream.length)));
        assertThat(decodable(frames)).as("cut at " + cut).isEqualTo(1);
      }
    }
  }

  @Test
  void findsTwoFramesInOneSegment() {
    for (byte[] message : messages().values()) {
      byte[] once = joined(message, terminator());
      assertThat(decodable(framer().feed(joined(once, once)))).isEqualTo(2);
    }
  }

  @Test
  void skipsNoiseBeforeTheFrame() {
    for (byte[] message : messages().values()) {
      Framer framer = framer();
      assertThat(decodable(framer.feed(joined(noise(), message, terminator())))).isEqualTo(1);
      assertThat(framer.skipped()).isPositive();
    }
  }

  @Test
  void readsTheNextGoodFrameAfterHalfAFrame() {
    for (byte[] message : messages().values()) {
      for (int half = 1; half < message.length; half++) {
        byte[] good = joined(message, terminator());
        byte[] stream = joined(Arrays.copyOf(message, half), terminator(), good);
        assertThat(decodable(framer().feed(joined(stream, good)))).isGreaterThanOrEqualTo(1);
      }
    }
  }

  @Test
  void holdsNoMoreThanAFrameOfAnEndlessStream() {
    Framer framer = framer();
    byte[] start = Arrays.copyOf(messages().values().iterator().next(), 1);
    byte[] endless = new byte[4096];
    Arrays.fill(endless, (byte) '7');
    framer.feed(start);
    for (int i = 0; i < 100; i++) {
      framer.feed(endless);
    }
    assertThat(framer.skipped()).isGreaterThan(99L * endless.length);
  }

  private Framer framer() {
    return codec().framer().orElseThrow();
  }

  private long decodable(List<byte[]> frames) {
    return frames.stream()
        .filter(frame -> codec().decode(frame) instanceof Decoded.Message)
        .count();
  }

  private static byte[] joined(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }
}
