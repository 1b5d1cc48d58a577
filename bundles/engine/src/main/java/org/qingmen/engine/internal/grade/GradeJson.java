package org.qingmen.engine.internal.grade;

import java.util.List;
import java.util.function.Function;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.GradeDecision.Gap;
import org.qingmen.engine.GradeDecision.Indicator;
import org.qingmen.engine.GradeDecision.Path;
import org.qingmen.engine.GradeDecision.Requirement;
import org.qingmen.engine.GradeDecision.Step;
import org.qingmen.engine.GradeDecision.Waiver;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.internal.json.CanonicalWriter;
import org.qingmen.model.Text;

/** The grade object of the contract as canonical JSON. */
public final class GradeJson {

  private final Function<Text, byte[]> texts;

  /** Writes texts by the given function. */
  public GradeJson(Function<Text, byte[]> texts) {
    this.texts = texts;
  }

  /** A text in both languages. */
  public static byte[] bothLanguages(Text text) {
    CanonicalWriter out = new CanonicalWriter(128);
    return out.open().member("en", text.en()).member("zh", text.zh()).close().bytes();
  }

  /** The object; {@code decision} is left out when null. */
  public byte[] write(GradeDecision grade, String decision) {
    return write(grade, decision, null);
  }

  /** The same with ways to better grades, which are left out when null. */
  public byte[] write(GradeDecision grade, String decision, List<Path> paths) {
    CanonicalWriter out = new CanonicalWriter(2048);
    out.open().member("complete", grade.complete()).member("decision", decision);
    out.key("gaps").openArray();
    grade.gaps().forEach(gap -> gap(out, gap));
    out.closeArray().nullable("grade", grade.grade()).texts("grades", grade.grades());
    out.key("indicators").openArray();
    grade.indicators().forEach(indicator -> indicator(out, indicator));
    out.closeArray();
    if (paths != null) {
      out.key("paths").openArray();
      paths.forEach(path -> path(out, path));
      out.closeArray();
    }
    out.nullable("policy", grade.policy()).key("reason");
    text(out, grade.reason() == null ? null : grade.reason().text());
    out.nullable("reasonCode", grade.reason() == null ? null : grade.reason().code());
    out.key("rulePack");
    pack(out, grade.pack());
    out.member("verified", grade.verified());
    // Left out when there is none: decisions stored before there were any must come out the same.
    if (!grade.waivers().isEmpty()) {
      out.key("waivers").openArray();
      grade.waivers().forEach(waiver -> waiver(out, waiver));
      out.closeArray();
    }
    return out.close().bytes();
  }

  private void text(CanonicalWriter out, Text text) {
    if (text == null) {
      out.value(null);
    } else {
      out.raw(texts.apply(text));
    }
  }

  private static void pack(CanonicalWriter out, PackRef pack) {
    if (pack == null) {
      out.value(null);
      return;
    }
    out.open().member("hash", pack.hash()).member("id", pack.id());
    out.member("version", pack.version()).close();
  }

  private static void waiver(CanonicalWriter out, Waiver waiver) {
    out.open().texts("grades", waiver.grades()).member("indicator", waiver.indicator());
    out.member("share", waiver.share()).member("until", waiver.until());
    out.member("what", waiver.what()).close();
  }

  private void gap(CanonicalWriter out, Gap gap) {
    out.open().member("grade", gap.grade()).member("indicator", gap.indicator()).key("message");
    text(out, gap.message());
    out.nullable("missing", gap.missing()).member("unit", gap.unit()).close();
  }

  private void path(CanonicalWriter out, Path path) {
    out.open().member("grade", path.grade()).key("steps").openArray();
    for (Step step : path.steps()) {
      out.open().member("change", step.change()).member("indicator", step.indicator());
      out.key("message");
      text(out, step.message());
      out.member("unit", step.unit()).close();
    }
    out.closeArray().member("total", path.total()).close();
  }

  private void indicator(CanonicalWriter out, Indicator indicator) {
    out.open().member("base", indicator.base()).member("baseUnit", indicator.baseUnit());
    out.member("code", indicator.code()).member("excluded", indicator.excluded());
    out.member("grade", indicator.grade()).key("note");
    text(out, indicator.note());
    out.key("requirements").openArray();
    for (Requirement requirement : indicator.requirements()) {
      out.open().nullable("alternativeGroup", requirement.alternativeGroup());
      out.member("clause", requirement.clause()).member("grade", requirement.grade());
      out.member("met", requirement.met()).member("operator", requirement.operator());
      out.member("source", requirement.source());
      out.nullable("threshold", requirement.threshold());
      out.member("verified", requirement.verified());
      out.member("waived", requirement.waived() ? true : null).close();
    }
    out.closeArray().member("unit", indicator.unit()).nullable("value", indicator.value()).close();
  }
}
