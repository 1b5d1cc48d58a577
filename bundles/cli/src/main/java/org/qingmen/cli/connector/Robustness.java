package org.qingmen.cli.connector;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;

/** A codec answers for everything: the capture cut anywhere, and changed at random. */
final class Robustness {

  private static final int MOST_CUTS = 300;
  private static final int CHANGES = 300;

  private final Codec codec;
  private final Texts texts;

  Robustness(Codec codec, Texts texts) {
    this.codec = codec;
    this.texts = texts;
  }

  /** What it did not survive; empty when it did. */
  Optional<String> problem(byte[] capture) {
    int step = Math.max(1, capture.length / MOST_CUTS);
    for (int end = 0; end < capture.length; end += step) {
      Optional<String> thrown = thrown(Arrays.copyOf(capture, end), "thrown-cut", end);
      if (thrown.isPresent()) {
        return thrown;
      }
    }
    Random random = new Random(capture.length);
    for (int i = 0; i < CHANGES && capture.length > 0; i++) {
      byte[] changed = capture.clone();
      int at = random.nextInt(changed.length);
      changed[at] = (byte) random.nextInt(256);
      Optional<String> thrown = thrown(changed, "thrown-changed", at);
      if (thrown.isPresent()) {
        return thrown;
      }
    }
    return Optional.empty();
  }

  private Optional<String> thrown(byte[] frame, String key, int at) {
    try {
      Decoded decoded = codec.decode(frame);
      return decoded == null ? Optional.of(texts.say(key, at, "null")) : Optional.empty();
    } catch (RuntimeException e) { // an integrator's code: whatever it throws is the finding
      return Optional.of(texts.say(key, at, e.toString()));
    }
  }
}
