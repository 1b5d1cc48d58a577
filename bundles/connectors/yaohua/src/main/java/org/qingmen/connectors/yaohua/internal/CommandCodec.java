package org.qingmen.connectors.yaohua.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.RefusedException;
import org.qingmen.spi.framing.Framer;
import org.qingmen.spi.framing.StxEtxFramer;

/**
 * Command mode tF=1 of Yaohua indicators: commands of six bytes and their replies, with an address
 * of one letter.
 */
public final class CommandCodec implements Codec {

  /** Id of the protocol. */
  public static final String PROTOCOL = "yaohua-tf1";

  private static final int SHORTEST = 6;
  private static final int LONGEST = 20;
  private static final int WEIGHT = 14;
  private static final byte EOT = 0x04;

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Optional<Framer> framer() {
    return Optional.of(new StxEtxFramer(LONGEST));
  }

  @Override
  public Decoded decode(byte[] frame) {
    if (frame.length == 1 && frame[0] == EOT) {
      return new Decoded.Message(Map.of("error", "not-executed", "control", "EOT"));
    }
    try {
      Frame.check(frame, SHORTEST, LONGEST);
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("addr", address(frame));
      fields.put("cmd", command(frame));
      if (frame.length == WEIGHT && (frame[3] == '+' || frame[3] == '-')) {
        weight(fields, frame);
      } else if (frame.length > SHORTEST) {
        fields.put("number", Frame.digits(frame, 3, frame.length - 3));
      }
      fields.put("checksum", Frame.declared(frame));
      return new Decoded.Message(fields);
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  /**
   * The command that reads the gross weight.
   *
   * @throws IllegalArgumentException when the address is no letter A to Z
   */
  static byte[] askGross(String address) {
    if (!address.matches("[A-Z]")) {
      throw new IllegalArgumentException("address=" + address + ": a letter A to Z");
    }
    String check = String.format("%02X", address.charAt(0) ^ 'B');
    String frame = (char) Frame.STX + address + "B" + check + (char) Frame.ETX;
    return frame.getBytes(StandardCharsets.US_ASCII);
  }

  private static String address(byte[] frame) {
    char address = (char) (frame[1] & 0xff);
    if (address < 'A' || address > 'Z') {
      throw new RefusedException("address", Map.of("at", 1, "found", Frame.hex(frame[1])));
    }
    return String.valueOf(address);
  }

  private static String command(byte[] frame) {
    char command = (char) (frame[2] & 0xff);
    boolean known = command >= 'A' && command <= 'Z' || command >= '0' && command <= '9';
    if (!known) {
      throw new RefusedException("command", Map.of("at", 2, "found", Frame.hex(frame[2])));
    }
    return String.valueOf(command);
  }

  private static void weight(Map<String, Object> fields, byte[] frame) {
    boolean negative = Frame.negative(frame, 3);
    String digits = Frame.digits(frame, 4, 10);
    int decimals = Frame.decimals(frame, 10);
    fields.put("digits", digits);
    fields.put("decimals", decimals);
    fields.put("negative", negative);
    fields.put("value", Frame.value(digits, decimals, negative));
  }

  @Override
  public List<Span> explain(byte[] frame) {
    List<Span> spans = new ArrayList<>();
    Spans layout = new Spans(frame, spans);
    layout.add(0, 1, "STX");
    layout.add(1, 1, "addr");
    layout.add(2, 1, "cmd");
    if (frame.length == WEIGHT) {
      layout.add(3, 1, "sign");
      layout.add(4, 6, "digits");
      layout.add(10, 1, "decimals");
    } else if (frame.length > SHORTEST) {
      layout.add(3, frame.length - SHORTEST, "number");
    }
    if (frame.length >= SHORTEST) {
      layout.add(frame.length - 3, 2, "check");
      layout.add(frame.length - 1, 1, "ETX");
    }
    return spans;
  }
}
