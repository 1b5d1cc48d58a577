package org.qingmen.engine.internal.analyse;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qingmen.engine.internal.pack.Place;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.engine.internal.pack.YamlFile;
import org.qingmen.spi.pack.Parameter;

/** Where a parameter is written: in {@code parameters.yaml}, or in a cell of a table. */
public final class ParameterLines {

  private static final String FILE = "parameters.yaml";

  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, String> cells;

  /** Reads the places of a pack's own parameters. */
  public ParameterLines(RulePack pack) {
    cells = pack.cells();
    String text = pack.files().text(FILE);
    if (text == null) {
      return;
    }
    YamlFile file = YamlFile.read(FILE, text, new Problems());
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

  /** The place; empty when the parameter is not this pack's own. */
  public Optional<Place> of(Parameter parameter) {
    String cell = cells.get(parameter.name());
    if (cell != null) {
      return Optional.of(new Place(cell, 0));
    }
    String grade = parameter.grade() == null ? "" : parameter.grade();
    Integer line = lines.get(parameter.name() + "|" + grade + "|" + parameter.from());
    return Optional.ofNullable(line).map(at -> new Place(FILE, at));
  }
}
