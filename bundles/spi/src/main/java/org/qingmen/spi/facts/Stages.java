package org.qingmen.spi.facts;

import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Text;

/** Comparison of emission stage codes in rules. */
public final class Stages {

  private Stages() {}

  /** Rank of a stage code: -1 unknown or not a stage, 0 to 6, 9 electric. */
  public static int rank(String code) {
    return Coded.of(EmissionStage.class, code).orElse(EmissionStage.NONE).rank();
  }

  /** Name of a stage for people; the number is its rank. */
  public static Text name(int rank) {
    if (rank < 0) {
      return new Text("排放阶段不明", "unknown stage");
    }
    return rank > 6
        ? new Text("电动", "electric")
        : new Text(
            "国" + "〇一二三四五六".charAt(rank), rank == 0 ? "pre-China I" : "China " + roman(rank));
  }

  private static String roman(int rank) {
    return switch (rank) {
      case 4 -> "IV";
      case 5 -> "V";
      case 6 -> "VI";
      default -> "I".repeat(rank);
    };
  }
}
