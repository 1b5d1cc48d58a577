package org.qingmen.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.schema.FormCheck;
import org.qingmen.model.Text;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.intake.PassageSink;

/** Checks JSON against one of the shipped schemas. Safe for concurrent use. */
public final class SchemaCheck {

  private static final int MOST = 20;

  private final FormCheck form;

  private SchemaCheck(FormCheck form) {
    this.form = form;
  }

  /** The schema {@code name}, such as {@code passage}. */
  public static SchemaCheck of(String name) {
    return new SchemaCheck(FormCheck.of(text(name)));
  }

  /** What is wrong, at most twenty faults of code {@code schema}; empty when all is well. */
  public List<Fault> faults(JsonNode json) {
    List<Fault> unusable = unusable(json);
    if (!unusable.isEmpty()) {
      return unusable;
    }
    return form.faults(json).stream()
        .map(fault -> new Fault(fault.code(), fault.pointer(), fault.message()))
        .toList();
  }

  /**
   * Values that JSON allows but nothing here can hold, at most twenty: numbers beyond a double, NUL
   * characters in texts. The validator itself fails on such numbers.
   */
  public static List<Fault> unusable(JsonNode json) {
    List<Fault> faults = new ArrayList<>();
    look(faults, "", json);
    return faults;
  }

  private static void look(List<Fault> faults, String at, JsonNode node) {
    if (faults.size() >= MOST) {
      return;
    }
    if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
      faults.add(new Fault("schema", at, new Text("数值超出范围", "the number is too large")));
    } else if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
      faults.add(
          new Fault("schema", at, new Text("文本不得含 NUL 字符", "a text must not hold NUL characters")));
    }
    node.properties()
        .forEach(
            member ->
                look(
                    faults,
                    at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                    member.getValue()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(faults, at + "/" + i, node.get(i));
    }
  }

  /** The text of a shipped schema. */
  public static String text(String name) {
    String path = "/schemas/" + name + ".schema.json";
    try (InputStream in = PassageSink.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no schema is called " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
