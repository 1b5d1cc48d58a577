package org.qingmen.supervision.response.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.office.Printing;
import org.qingmen.office.Report;
import org.qingmen.office.Spreadsheets;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.response.Ranked;
import org.qingmen.supervision.response.ResponsePapers;
import org.qingmen.supervision.response.Summary;

/** Prints evaluations and writes rankings. */
@Component
public final class PaperWriter implements ResponsePapers {

  private static final int[] WIDTHS = {2, 8, 3, 3, 3, 3, 3, 4};
  private static final List<String> HEAD =
      List.of(
          "rank", "enterprise", "grade", "normal", "alert", "reduction", "forbidden", "verdict");
  private static final List<String> SHEET =
      List.of(
          "rank",
          "code",
          "enterprise",
          "division",
          "grade",
          "normal",
          "alert",
          "reduction",
          "forbidden",
          "offline",
          "nox",
          "pm",
          "verdict",
          "verified");

  private final Printing printing;
  private final Spreadsheets sheets;
  private final Episodes episodes;

  /** Wired by the container. */
  @Activate
  public PaperWriter(
      @Reference Printing printing, @Reference Spreadsheets sheets, @Reference Episodes episodes) {
    this.printing = printing;
    this.sheets = sheets;
    this.episodes = episodes;
  }

  @Override
  public byte[] enterprise(Document evaluation) {
    return new EnterprisePaper(printing, evaluation).print();
  }

  @Override
  public byte[] city(String episode, List<Ranked> ranking) {
    String title =
        episodes
            .get(episode)
            .map(document -> StoredJson.read(document.body()).path("title").asText(episode))
            .orElse(episode);
    Report report = printing.begin(PaperTexts.of("city-title", title), PaperTexts.of("footer"));
    report.heading(1, PaperTexts.of("city-title", title));
    report.fields(totals(ranking.stream().map(Ranked::line).toList()));
    report.heading(2, PaperTexts.of("ranking"));
    List<List<String>> rows = new ArrayList<>();
    for (Ranked ranked : ranking) {
      Summary line = ranked.line();
      rows.add(
          List.of(
              String.valueOf(ranked.rank()),
              line.name(),
              line.grade() == null ? "—" : line.grade(),
              PaperTexts.number(line.normalTrips()),
              PaperTexts.number(line.alertTrips()),
              PaperTexts.percent(line.reduction()),
              String.valueOf(line.forbidden()),
              PaperTexts.verdict(line.verdict())));
    }
    report.table(heads(HEAD), rows, WIDTHS);
    report.paragraph(PaperTexts.of("estimate"));
    return report
        .signatures(List.of(PaperTexts.of("sign.author"), PaperTexts.of("sign.bureau")))
        .finish();
  }

  private static Map<String, String> totals(List<Summary> ranking) {
    Map<String, String> totals = new LinkedHashMap<>();
    totals.put(PaperTexts.of("enterprises"), String.valueOf(ranking.size()));
    for (String verdict : List.of("met", "partly", "not-met", "cannot-be-judged")) {
      long count = ranking.stream().filter(line -> verdict.equals(line.verdict())).count();
      totals.put(PaperTexts.verdict(verdict), String.valueOf(count));
    }
    double normal = ranking.stream().mapToDouble(Summary::normalTrips).sum();
    double alert = ranking.stream().mapToDouble(Summary::alertTrips).sum();
    totals.put(PaperTexts.of("head.normal"), PaperTexts.number(normal));
    totals.put(PaperTexts.of("head.alert"), PaperTexts.number(alert));
    totals.put(
        PaperTexts.of("head.reduction"),
        PaperTexts.percent(normal == 0 ? null : (normal - alert) / normal));
    totals.put(
        PaperTexts.of("head.forbidden"),
        String.valueOf(ranking.stream().mapToLong(Summary::forbidden).sum()));
    totals.put(
        PaperTexts.of("head.nox"),
        PaperTexts.number(ranking.stream().mapToDouble(Summary::nox).sum()));
    totals.put(
        PaperTexts.of("head.pm"),
        PaperTexts.number(ranking.stream().mapToDouble(Summary::pm).sum()));
    return totals;
  }

  @Override
  public void ranking(Spreadsheets.Format format, OutputStream out, List<Ranked> ranking)
      throws IOException {
    try (var table = sheets.write(format, out, PaperTexts.of("ranking"))) {
      table.row(heads(SHEET));
      for (Ranked ranked : ranking) {
        Summary line = ranked.line();
        List<Object> cells = new ArrayList<>();
        cells.add(ranked.rank());
        cells.add(line.enterprise());
        cells.add(line.name());
        cells.add(line.division());
        cells.add(line.grade());
        cells.add(line.normalTrips());
        cells.add(line.alertTrips());
        cells.add(line.reduction());
        cells.add(line.forbidden());
        cells.add(line.offlineHours());
        cells.add(line.nox());
        cells.add(line.pm());
        cells.add(PaperTexts.verdict(line.verdict()));
        cells.add(PaperTexts.of(line.verified() ? "verified" : "unverified"));
        table.row(cells);
      }
    }
  }

  private static List<String> heads(List<String> names) {
    return names.stream().map(name -> PaperTexts.of("head." + name)).toList();
  }
}
