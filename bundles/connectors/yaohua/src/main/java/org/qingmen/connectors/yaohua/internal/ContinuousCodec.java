package org.qingmen.connectors.yaohua.internal;

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
 * Continuous frame tF=0 of Yaohua XK3190 indicators, 12 bytes: sign, six digits, decimals. It has
 * neither unit nor stability. Setting {@code digits=7}: the Keli variant with seven digits and the
 * number of decimals in setting {@code decimals} (0).
 */
public final class ContinuousCodec implements Codec {

  /** Id of the protocol. */
  public static final String PROTOCOL = "yaohua-tf0";

  private static final int LENGTH = 12;
  private static final int FIRST_DIGIT = 2;
  private static final int CHECK = 9;

  private final boolean seven;
  private final int decimals;

  /** Six digits and a decimals byte. */
  public ContinuousCodec() {
    this(false, 0);
  }

  private ContinuousCodec(boolean seven, int decimals) {
    this.seven = seven;
    this.decimals = decimals;
  }

  @Override
  public String protocol() {
    return PROTOCOL;
  }

  @Override
  public Codec with(Map<String, String> settings) {
    boolean wide = "7".equals(Settings.oneOf(settings, "digits", List.of("6", "7")));
    String places = Settings.oneOf(settings, "decimals", List.of("0", "1", "2", "3", "4"));
    return new ContinuousCodec(wide, Integer.parseInt(places));
  }

  @Override
  public Optional<Framer> framer() {
    return Optional.of(new StxEtxFramer(LENGTH));
  }

  @Override
  public Decoded decode(byte[] frame) {
    try {
      Frame.check(frame, LENGTH, LENGTH);
      boolean negative = Frame.negative(frame, 1);
      String digits = Frame.digits(frame, FIRST_DIGIT, seven ? CHECK : CHECK - 1);
      int places = seven ? decimals : Frame.decimals(frame, CHECK - 1);
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("digits", digits);
      fields.put("decimals", places);
      fields.put("negative", negative);
      fields.put("value", Frame.value(digits, places, negative));
      fields.put("checksum", Frame.declared(frame));
      return new Decoded.Message(fields);
    } catch (RefusedException e) {
      return e.refused();
    }
  }

  @Override
  public List<Span> explain(byte[] frame) {
    List<Span> spans = new ArrayList<>();
    Spans layout = new Spans(frame, spans);
    layout.add(0, 1, "STX");
    layout.add(1, 1, "sign");
    layout.add(FIRST_DIGIT, seven ? 7 : 6, "digits");
    if (!seven) {
      layout.add(CHECK - 1, 1, "decimals");
    }
    layout.add(CHECK, 2, "check");
    layout.add(LENGTH - 1, 1, "ETX");
    return spans;
  }
}
