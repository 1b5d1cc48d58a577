package org.qingmen.spi.intake;

import java.util.Optional;
import org.qingmen.spi.facts.Enterprise;

/** Registered enterprises; answers from memory and is kept current. */
public interface Enterprises {

  /**
   * The enterprise with this discharge-unit code.
   *
   * @param id discharge-unit code as sent, may be null
   */
  Optional<Enterprise> find(String id);
}
