package org.qingmen.spi.facts;

import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;

/** Comparison of emission stage codes in rules. */
public final class Stages {

  private Stages() {}

  /** Rank of a stage code: -1 unknown or not a stage, 0 to 6, 9 electric. */
  public static int rank(String code) {
    return Coded.of(EmissionStage.class, code).orElse(EmissionStage.NONE).rank();
  }
}
