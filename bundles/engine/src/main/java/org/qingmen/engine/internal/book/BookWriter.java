package org.qingmen.engine.internal.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.Rulebook;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.office.Printing;
import org.qingmen.office.Report;
import org.qingmen.spi.pack.PackDescriptor;

/** Writes a pack as a book, clause by clause. */
public final class BookWriter {

  private final OpenPack pack;
  private final PackContent content;
  private final Rulebook.Seal seal;
  private final Locale locale;

  /** A book of a pack, in a language. */
  public BookWriter(OpenPack pack, Rulebook.Seal seal, Locale locale) {
    this.pack = pack;
    this.content = pack.content();
    this.seal = seal;
    this.locale = locale;
  }

  /** Prints it. */
  public byte[] print(Printing printing) {
    PackDescriptor about = pack.descriptor();
    String title = about.title().in(locale);
    Report report =
        printing.begin(
            say("book-title") + "：" + title,
            about.id() + " " + about.version() + "  " + pack.hash());
    front(report, about);
    List<Clause> clauses = Clause.of(content);
    contents(report, clauses);
    layers(report);
    ClauseWriter writer = new ClauseWriter(report, pack, content, locale);
    int number = 0;
    for (Clause clause : clauses) {
      number++;
      writer.write(number, clause);
    }
    cases(report);
    return report.finish();
  }

  private void front(Report report, PackDescriptor about) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(say("book-id"), about.id());
    fields.put(say("book-version"), about.version());
    fields.put(say("book-hash"), pack.hash());
    fields.put(say("book-kind"), about.kind().name().toLowerCase(Locale.ROOT));
    fields.put(say("book-policy"), about.policy());
    fields.put(say("book-region"), about.region().code());
    fields.put(say("book-industries"), String.join(", ", about.industries()));
    fields.put(say("book-enterprises"), String.join(", ", about.enterprises()));
    fields.put(say("book-grades"), String.join(" > ", about.grades()));
    String to = about.validTo() == null ? say("book-open") : about.validTo().toString();
    fields.put(say("book-validity"), about.validFrom() + " – " + to);
    fields.put(say("book-owner"), about.owner().name() + "  " + about.owner().contact());
    fields.put(say("book-state"), seal.state());
    fields.put(say("book-author"), seal.author() == null ? say("book-unsigned") : seal.author());
    fields.put(say("book-approver"), seal.approver());
    fields.values().removeIf(value -> value == null || value.isBlank());
    report.fields(fields);
    long unverified = content.parameters().stream().filter(one -> !one.verified()).count();
    report.paragraph(
        say(
            "book-count",
            content.rules().size(),
            content.parameters().size(),
            pack.written().cases().size()));
    if (unverified > 0) {
      report.paragraph("★ " + say("book-unverified-count", unverified));
    }
  }

  private void contents(Report report, List<Clause> clauses) {
    report.heading(1, say("book-contents"));
    List<List<String>> rows = new ArrayList<>();
    for (Clause clause : clauses) {
      String number = Integer.toString(rows.size() + 1);
      String rules = Integer.toString(clause.rules().size());
      String parameters = Integer.toString(clause.parameters().size());
      rows.add(List.of(number, clause.text(), rules, parameters));
    }
    List<String> head =
        List.of(say("book-number"), say("book-clause"), say("book-rules"), say("book-values"));
    report.table(head, rows, 1, 9, 1, 1);
  }

  private void layers(Report report) {
    if (content.bases().isEmpty()) {
      return;
    }
    report.heading(1, say("book-layers"));
    List<List<String>> rows = new ArrayList<>();
    for (PackRef base : content.bases()) {
      rows.add(List.of(base.id(), base.version(), base.hash()));
    }
    rows.add(List.of(pack.descriptor().id(), pack.descriptor().version(), pack.hash()));
    report.table(List.of(say("book-id"), say("book-version"), say("book-hash")), rows, 3, 1, 6);
    for (ParameterOrigin hidden : content.hidden()) {
      String name = ClauseWriter.name(hidden.parameter());
      report.paragraph(say("book-hidden", name, hidden.pack().id()));
    }
  }

  private void cases(Report report) {
    report.heading(1, say("book-cases"));
    List<List<String>> rows = new ArrayList<>();
    for (OpenPack.WrittenCase one : pack.written().cases()) {
      String number = Integer.toString(rows.size() + 1);
      String body = one.given() + "\n→ " + one.expect();
      rows.add(List.of(number, one.sentence(), body, one.place()));
    }
    if (rows.isEmpty()) {
      report.paragraph(say("book-no-cases"));
      return;
    }
    List<String> head =
        List.of(say("book-number"), say("book-case"), say("book-facts"), say("book-place"));
    report.table(head, rows, 1, 5, 6, 3);
  }

  private String say(String key, Object... values) {
    return Messages.text(key, values).in(locale);
  }
}
