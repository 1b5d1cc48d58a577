package org.qingmen.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.qingmen.engine.internal.pack.Keys;
import org.qingmen.engine.internal.pack.Manifest;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.SignatureFile;

/** A small gate pack to be spoilt by tests in one way or another. */
public final class TestPack {

  private final Map<String, byte[]> files = new TreeMap<>();

  private TestPack() {}

  /** Nothing yet. */
  public static TestPack empty() {
    return new TestPack();
  }

  /** A good pack: vehicles below the stage of its parameter are denied. */
  public static TestPack gate(String id, String version, int minimumStage) {
    TestPack pack = new TestPack();
    pack.with(
        "pack.yaml",
        """
        id: %s
        version: %s
        kind: gate
        title: {zh: 试验, en: Trial}
        policy: 试验办法
        region: "000000"
        validFrom: 2020-01-01
        validTo: null
        owner: {name: 试验, contact: test@qingmen.org}
        """
            .formatted(id, version));
    pack.with(
        "parameters.yaml",
        """
        minimum:
          - {value: %d, from: 2020-01-01, clause: 试验第一条, source: 试验办法, verified: true}
        """
            .formatted(minimumStage));
    pack.with(
        "rules/gate.drl",
        rule(
            "Passage(stageRank < parameters.number(\"minimum\"), $s : stage)",
            "outcome.deny(drools, $s);"));
    return pack.with(
        "cases/gate.yaml",
        """
        - case: 低于最低排放阶段的车辆不放行
          given: {stage: "%d"}
          expect: {verdict: deny, reasons: [trial.below]}
        - case: 达到最低排放阶段的车辆放行
          given: {stage: "%d"}
          expect: {verdict: allow}
        """
            .formatted(minimumStage - 1, minimumStage));
  }

  /** A rule file with one rule. */
  public static String rule(String when, String then) {
    return """
        package trial.gate;

        import org.qingmen.spi.facts.*;

        global Outcome outcome;
        global Parameters parameters;

        rule "试验规则"
          @code("trial.below")
          @clause("试验第一条")
          @zh("排放阶段 {0} 太低")
          @en("stage {0} is too low")
        when
          %s
        then
          %s
        end
        """
        .formatted(when, then);
  }

  public TestPack with(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public TestPack with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  public TestPack without(String path) {
    files.remove(path);
    return this;
  }

  public TestPack replace(String path, String old, String now) {
    String text = new String(files.get(path), StandardCharsets.UTF_8);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(path + " does not contain " + old);
    }
    return with(path, text.replace(old, now));
  }

  public TestPack signed(PrivateKey key) {
    byte[] manifest = Manifest.write(new PackFiles(new TreeMap<>(files)));
    try {
      byte[] signature = SignatureFile.write(Keys.algorithm(key), Keys.sign(key, manifest));
      return with(PackFiles.MANIFEST, manifest).with(PackFiles.SIGNATURE, signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A second signature over the manifest that is there. */
  public TestPack approved(PrivateKey key) {
    try {
      byte[] signature = Keys.sign(key, files.get(PackFiles.MANIFEST));
      return with(PackFiles.APPROVAL, SignatureFile.write(Keys.algorithm(key), signature));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public Path folder(Path parent) {
    Path folder = parent.resolve("pack-" + files.hashCode());
    try {
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }
}
