package org.qingmen.engine.internal.analyse;

import java.util.HashMap;
import java.util.Map;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.YamlFile;
import org.qingmen.spi.pack.Parameter;

/** Where in {@code parameters.yaml} a parameter is written. */
public final class ParameterLines {

  private final Map<String, Integer> lines = new HashMap<>();

  /** Reads the lines of a pack's own parameters. */
  public ParameterLines(PackFiles files) {
    String text = files.text("parameters.yaml");
    if (text == null) {
      return;
    }
    YamlFile file = YamlFile.read("parameters.yaml", text, new Problems());
    file.root()
        .properties()
        .forEach(
            named -> {
              for (int i = 0; i < named.getValue().size(); i++) {
                String grade = named.getValue().get(i).path("grade").asText("");
                String from = named.getValue().get(i).path("from").asText("");
                lines.put(
                    named.getKey() + "|" + grade + "|" + from,
                    file.line("/" + named.getKey() + "/" + i));
              }
            });
  }

  /** The line; 0 when the parameter is not this pack's own. */
  public int of(Parameter parameter) {
    String grade = parameter.grade() == null ? "" : parameter.grade();
    return lines.getOrDefault(parameter.name() + "|" + grade + "|" + parameter.from(), 0);
  }
}
