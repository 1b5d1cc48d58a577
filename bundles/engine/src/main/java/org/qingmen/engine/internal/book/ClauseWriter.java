package org.qingmen.engine.internal.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.MatrixRow;
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.PackContent.RuleInfo;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.office.Report;
import org.qingmen.spi.pack.Parameter;

/** Writes one clause: its rules in words and as written, its values, the cases that prove it. */
final class ClauseWriter {

  private final Report report;
  private final OpenPack pack;
  private final Locale locale;
  private final Map<String, List<String>> cases = new HashMap<>();

  ClauseWriter(Report report, OpenPack pack, PackContent content, Locale locale) {
    this.report = report;
    this.pack = pack;
    this.locale = locale;
    for (MatrixRow row : content.matrix()) {
      cases.put(row.rule(), row.cases());
    }
  }

  void write(int number, Clause clause) {
    report.heading(1, number + "  " + clause.text());
    clause.rules().forEach(this::rule);
    if (!clause.parameters().isEmpty()) {
      parameters(clause.parameters());
    }
  }

  private void rule(RuleInfo rule) {
    report.heading(2, rule.name() + "  [" + rule.code() + "]");
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(say("book-words"), rule.message().in(locale));
    fields.put(say("book-layer"), rule.pack() + " " + rule.version());
    if (rule.replaces() != null) {
      fields.put(say("book-replaces"), rule.replaces().id() + " " + rule.replaces().version());
    }
    fields.put(say("book-place"), rule.line() > 0 ? rule.file() + ":" + rule.line() : rule.file());
    report.fields(fields);
    String text = pack.written().rules().get(rule.pack() + " " + rule.name());
    if (text != null) {
      report.paragraph(text.stripTrailing());
    }
    proved(cases.getOrDefault(rule.name(), List.of()));
  }

  private void proved(List<String> sentences) {
    String told = sentences.isEmpty() ? say("book-no-case") : "";
    report.paragraph(say("book-proved") + told + numbered(sentences));
  }

  private static String numbered(List<String> sentences) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < sentences.size(); i++) {
      all.append("\n（").append(i + 1).append("）").append(sentences.get(i));
    }
    return all.toString();
  }

  private void parameters(List<ParameterOrigin> origins) {
    List<List<String>> rows = new ArrayList<>();
    for (ParameterOrigin origin : origins) {
      Parameter one = origin.parameter();
      String to = one.to() == null ? "" : one.to().toString();
      rows.add(List.of(name(one), value(one), one.from() + " – " + to, source(one), layer(origin)));
    }
    List<String> head =
        List.of(
            say("book-value-name"),
            say("book-value"),
            say("book-holds"),
            say("book-source"),
            say("book-layer"));
    report.table(head, rows, 4, 3, 3, 4, 3);
  }

  static String name(Parameter one) {
    return one.grade() == null ? one.name() : one.name() + "\n" + one.grade();
  }

  private String value(Parameter one) {
    Object value = one.value();
    String shown =
        value == null
            ? say("book-unknown")
            : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    String operator = one.operator() == null ? "" : one.operator() + " ";
    String unit = one.unit() == null ? "" : " " + one.unit();
    String group = one.alternativeGroup() == null ? "" : "\n(" + one.alternativeGroup() + ")";
    return operator + shown + unit + group;
  }

  private String source(Parameter one) {
    String mark = one.verified() ? say("book-verified") : "★ " + say("book-unverified");
    String verify = one.verified() || one.verify() == null ? "" : "\n" + one.verify();
    String note = one.note() == null ? "" : "\n" + one.note();
    return one.source() + "\n" + mark + verify + note;
  }

  private String layer(ParameterOrigin origin) {
    StringBuilder layer = new StringBuilder(origin.pack().id());
    layer.append(' ').append(origin.pack().version());
    for (PackContent.Replaced replaced : origin.replaces()) {
      String was = value(replaced.parameter()).replace('\n', ' ');
      layer.append('\n').append(say("book-replaced", was, replaced.pack().id()));
    }
    return layer.toString();
  }

  private String say(String key, Object... values) {
    return Messages.text(key, values).in(locale);
  }
}
