package org.qingmen.spi.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;

/**
 * What every codec promises. Extend it, give it captured messages, and the promises are tested: it
 * decodes or refuses by name, never throws, never hangs, and explains within the frame.
 */
public abstract class CodecContract {

  private static final int MUTATIONS = 3_000;
  private static final int MOST_CUTS = 400;
  private static final Duration LONGEST = Duration.ofSeconds(90);

  /** The codec under test. */
  protected abstract Codec codec();

  /** Whole messages that must decode, by a name for the report. */
  protected abstract Map<String, byte[]> messages();

  /** Messages that must be refused, by the reason they are refused for. */
  protected abstract Map<String, byte[]> refusals();

  @Test
  void decodesEveryWholeMessage() {
    messages()
        .forEach(
            (name, bytes) ->
                assertThat(codec().decode(bytes)).as(name).isInstanceOf(Decoded.Message.class));
  }

  @Test
  void refusesByName() {
    refusals()
        .forEach(
            (reason, bytes) ->
                assertThat(codec().decode(bytes))
                    .as(reason)
                    .isInstanceOfSatisfying(
                        Decoded.Refused.class, no -> assertThat(no.reason()).isEqualTo(reason)));
  }

  @Test
  void answersForEveryCutMessageWithoutThrowing() {
    assertTimeoutPreemptively(
        LONGEST,
        () -> {
          for (byte[] message : messages().values()) {
            int step = Math.max(1, message.length / MOST_CUTS);
            for (int end = 0; end < message.length; end += step) {
              answer(Arrays.copyOf(message, end));
            }
          }
        });
  }

  @Test
  void answersForRandomlyChangedMessagesWithoutThrowingOrHanging() {
    Random random = new Random(20261001);
    List<byte[]> all = List.copyOf(messages().values());
    assertTimeoutPreemptively(
        LONGEST,
        () -> {
          for (int i = 0; i < MUTATIONS; i++) {
            answer(mutated(all.get(i % all.size()), random));
          }
        });
  }

  @Test
  void refusesNothingAndNoiseByName() {
    for (byte[] noise : List.of(new byte[0], new byte[] {0}, new byte[500])) {
      assertThat(codec().decode(noise)).isInstanceOf(Decoded.Refused.class);
    }
  }

  @Test
  void explainsWithinTheFrame() {
    for (byte[] message : messages().values()) {
      assertThat(codec().explain(message))
          .isNotEmpty()
          .allSatisfy(
              span -> {
                assertThat(span.offset()).isBetween(0, message.length);
                assertThat(span.offset() + span.length()).isLessThanOrEqualTo(message.length);
              });
    }
  }

  private void answer(byte[] frame) {
    Decoded decoded = codec().decode(frame);
    assertThat(decoded).as(() -> new String(frame, StandardCharsets.ISO_8859_1)).isNotNull();
    if (decoded instanceof Decoded.Refused refused) {
      assertThat(refused.reason()).isNotBlank();
    }
    assertThat(codec().explain(frame)).isNotNull();
  }

  private static byte[] mutated(byte[] message, Random random) {
    byte[] changed = message.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && changed.length > 0; i++) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] = (byte) "\"{}[]<>&%,:-.09".charAt(random.nextInt(15));
        case 2 -> changed = Arrays.copyOf(changed, at);
        default -> changed = doubled(changed, at);
      }
    }
    return changed;
  }

  private static byte[] doubled(byte[] bytes, int at) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + at);
    System.arraycopy(bytes, 0, longer, bytes.length, at);
    return longer;
  }
}
