package org.qingmen.bench.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes gate packs of any size: local orders by division, fuel, stage, type and goods, as a
 * province with many counties would have them. For each vehicle of the fleet a few of them speak.
 */
final class PackWriter {

  /** The code of the rule that speaks of every vehicle: it tells which version decided. */
  static final String MARK = "bench.mark-";

  private static final String[] DIVISIONS = {"130202", "130203", "130205", "130283", "130481"};
  private static final String[] FUELS = {"diesel", "natural-gas", "gasoline", "electric"};
  private static final String[] CARGO = {"铁矿石", "焦炭", "水泥熟料", "石灰石", "钢材", "粉煤灰", "煤"};

  private final String id;
  private final String version;
  private final int rules;

  PackWriter(String id, String version, int rules) {
    this.id = id;
    this.version = version;
    this.rules = rules;
  }

  /** Writes the pack as a folder. */
  Path folder(Path parent) throws IOException {
    Path folder = parent.resolve(id + "-" + version);
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return folder;
  }

  /** The pack as a zip. */
  byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files().entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pack.yaml", descriptor());
    files.put("parameters.yaml", parameters());
    files.put("rules/orders.drl", drl());
    files.put("cases/orders.yaml", cases());
    return files;
  }

  private String descriptor() {
    return """
        id: %s
        version: %s
        kind: gate
        title: {zh: 测量用规则包, en: Pack of the benchmark}
        policy: 测量用规则
        region: "000000"
        industries: []
        validFrom: 2019-01-01
        validTo: null
        owner: {name: bench, contact: bench@qingmen.org}
        """
        .formatted(id, version);
  }

  private static String parameters() {
    return """
        bench.least-tonnes:
          - {value: 5, from: 2019-01-01, clause: 测量用条款, source: 测量用, verified: true}
        """;
  }

  private String drl() {
    StringBuilder text = new StringBuilder("package qingmen." + id + ";\n\n");
    text.append("import org.qingmen.spi.facts.*;\n\n");
    text.append("global Outcome outcome;\nglobal Parameters parameters;\n");
    text.append(mark());
    for (int i = 1; i < rules; i++) {
      text.append(order(i));
    }
    return text.toString();
  }

  private String mark() {
    return rule("每辆车 " + version, MARK + version, "Passage($subject : direction)");
  }

  private String order(int i) {
    String condition =
        """
        Enterprise(division == "%s")
          VehicleEvidence(fuel == "%s", newEnergy == %s, stageRank < %d)
          Passage(heavy, cargo == "%s", direction == "%s", tonnes > %d, $subject : cargo)"""
            .formatted(
                DIVISIONS[i % DIVISIONS.length],
                FUELS[i / 5 % FUELS.length],
                i / 5 % FUELS.length == 3,
                4 + i % 3,
                CARGO[i / 20 % CARGO.length],
                i / 140 % 2 == 0 ? "in" : "out",
                i / 280);
    return rule("地方规定 " + i, "bench.order-" + i, condition);
  }

  private static String rule(String name, String code, String condition) {
    return """

        rule "%s"
          @code("%s")
          @clause("测量用条款 %s")
          @zh("{0}：按地方规定提示")
          @en("{0}: noted by a local order")
        when
          %s
        then
          outcome.allow(drools, $subject);
        end
        """
        .formatted(name, code, code, condition);
  }

  private String cases() {
    return """
        - case: 每辆车都有提示
          given: {type: Q11, stage: "6", fuel: diesel}
          expect: {verdict: allow, reasons: [%s%s]}
        """
        .formatted(MARK, version);
  }
}
