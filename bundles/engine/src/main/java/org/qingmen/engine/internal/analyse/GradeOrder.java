package org.qingmen.engine.internal.analyse;

import java.math.BigDecimal;
import java.util.List;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Place;
import org.qingmen.spi.pack.Parameter;

/** Requirements of a better grade that ask for less than those of a worse one. */
final class GradeOrder {

  private GradeOrder() {}

  static void check(CompiledPack pack, ParameterLines lines, Notices notices) {
    List<String> grades = pack.descriptor().grades();
    List<Parameter> all = pack.parameters().all();
    for (Parameter better : all) {
      for (Parameter worse : all) {
        if (comparable(better, worse)
            && grades.indexOf(better.grade()) < grades.indexOf(worse.grade())) {
          compare(better, worse, lines, notices);
        }
      }
    }
  }

  private static boolean comparable(Parameter one, Parameter other) {
    boolean both = one.grade() != null && other.grade() != null;
    return both
        && one.name().equals(other.name())
        && sameWay(one.operator(), other.operator())
        && one.alternativeGroup() == null
        && one.value() instanceof BigDecimal
        && other.value() instanceof BigDecimal
        && (one.to() == null || !one.to().isBefore(other.from()))
        && (other.to() == null || !other.to().isBefore(one.from()));
  }

  /** Both at least, or both at most; whether the limit itself counts may differ. */
  private static boolean sameWay(String one, String other) {
    return one.equals(other) || one.charAt(0) == other.charAt(0) && one.charAt(0) != '=';
  }

  private static void compare(
      Parameter better, Parameter worse, ParameterLines lines, Notices notices) {
    BigDecimal high = (BigDecimal) better.value();
    BigDecimal low = (BigDecimal) worse.value();
    boolean least = better.operator().startsWith(">");
    boolean most = better.operator().startsWith("<");
    int order = high.compareTo(low);
    boolean laxer = order == 0 && better.operator().length() > worse.operator().length();
    if (least && order < 0 || most && order > 0 || laxer) {
      notices.notice(
          "grade-order",
          better.name() + " " + better.grade() + "/" + worse.grade(),
          lines.of(better).orElseGet(() -> new Place("parameters.yaml", 0)),
          "{\"" + better.name() + "\": " + high.toPlainString() + "}",
          better.name(),
          better.grade(),
          better.operator() + " " + high.toPlainString(),
          worse.grade(),
          worse.operator() + " " + low.toPlainString());
    }
  }
}
