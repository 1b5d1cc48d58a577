package org.qingmen.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small gate pack of a made-up province that stops every vehicle with one plate. */
final class PackZip {

  private final Map<String, String> files = new TreeMap<>();

  private PackZip() {}

  /** A pack without any file yet. */
  static PackZip empty() {
    return new PackZip();
  }

  /**
   * A pack.
   *
   * @param region division it holds for
   * @param plate the plate it stops
   */
  static PackZip stopping(String id, String version, String region, String plate) {
    PackZip pack = new PackZip();
    pack.files.put(
        "pack.yaml",
        """
        id: %s
        version: %s
        kind: gate
        title: {zh: 试验省门禁, en: Gate of a province that does not exist}
        policy: 试验省〔2026〕1号
        region: "%s"
        industries: []
        validFrom: 2020-01-01
        validTo: null
        owner: {name: 试验, contact: nobody@example.org}
        """
            .formatted(id, version, region));
    pack.files.put(
        "parameters.yaml",
        """
        stopped.plate:
          - {value: %s, from: 2020-01-01, clause: 第一条, source: 试验省〔2026〕1号, verified: true}
        """
            .formatted(plate));
    pack.files.put("rules/" + folder(id) + "/stop.drl", rule(id));
    pack.files.put(
        "cases/stop.yaml",
        """
        - case: 点名的车辆不放行
          given: {plate: %s, type: Q11, stage: "6"}
          expect: {verdict: deny, reasons: [test.stopped]}
        - case: 其他车辆放行
          given: {plate: 冀B00000, type: Q11, stage: "6"}
          expect: {verdict: allow}
        """
            .formatted(plate));
    return pack;
  }

  private static String rule(String id) {
    return """
        package %s;

        import org.qingmen.spi.facts.*;

        global Outcome outcome;
        global Parameters parameters;

        rule "点名的车辆不放行"
          @code("test.stopped")
          @clause("第一条")
          @zh("车辆 {0} 被点名")
          @en("vehicle {0} was named")
        when
          Passage($plate : plate, plate == parameters.text("stopped.plate"))
        then
          outcome.deny(drools, $plate);
        end
        """
        .formatted(id.replace('-', '_'));
  }

  private static String folder(String id) {
    return id.replace('-', '_').replace('.', '/');
  }

  /** The same pack with one text replaced in its rule. */
  PackZip withRule(String old, String other) {
    files.replaceAll((name, text) -> name.endsWith(".drl") ? text.replace(old, other) : text);
    return this;
  }

  /** The same pack with one text replaced in its cases. */
  PackZip withCase(String old, String other) {
    files.replaceAll((name, text) -> name.startsWith("cases/") ? text.replace(old, other) : text);
    return this;
  }

  /** The same pack with one more file. */
  PackZip with(String name, String text) {
    files.put(name, text);
    return this;
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes it as a zip that appears whole. */
  void dropInto(Path folder, String name) throws IOException {
    Path draft = Files.write(folder.resolveSibling(name + ".draft"), zip());
    Files.move(draft, folder.resolve(name));
  }
}
