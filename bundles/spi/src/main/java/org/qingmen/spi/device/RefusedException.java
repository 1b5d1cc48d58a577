package org.qingmen.spi.device;

import java.util.Map;

/**
 * For use inside a codec, from the depth of its parser to its {@code decode}: this frame is refused
 * by name. It never leaves the codec.
 */
public final class RefusedException extends RuntimeException {

  private final transient Decoded.Refused refused;

  /** Refuses with a reason and what was declared and found. */
  public RefusedException(String reason, Map<String, Object> details) {
    super(reason, null, false, false);
    this.refused = new Decoded.Refused(reason, details);
  }

  /** What the codec answers. */
  public Decoded.Refused refused() {
    return refused;
  }
}
