package org.qingmen.engine.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as JSON that knows the line of every value. Dates stay text as written; anchors are
 * refused, because a small file can grow without bound through them.
 */
public final class YamlFile {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final Problems problems;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<Node, Boolean> seen = new IdentityHashMap<>();
  private JsonNode root = JSON.missingNode();

  private YamlFile(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Reads a file; what is wrong is added to {@code problems} and the root is then missing. */
  public static YamlFile read(String name, String text, Problems problems) {
    YamlFile file = new YamlFile(name, problems);
    try {
      Node node =
          new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
      file.root = node == null ? JSON.missingNode() : file.convert(node, "");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(name, line, "yaml-syntax", e.getProblem());
    } catch (YAMLException e) {
      // The reader gives up on many aliases and on deep nesting before anything is built.
      problems.add(name, 1, "yaml-deep");
    }
    return file;
  }

  /** Path of the file in the pack. */
  public String name() {
    return name;
  }

  /** The content. */
  public JsonNode root() {
    return root;
  }

  /** Line of the value at a JSON pointer, or of the nearest value around it. */
  public int line(String pointer) {
    for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null || at.isEmpty()) {
        return line == null ? 1 : line;
      }
    }
  }

  private JsonNode convert(Node node, String pointer) {
    lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
    if (!(node instanceof ScalarNode) && seen.put(node, true) != null) {
      problems.add(name, node.getStartMark().getLine() + 1, "yaml-alias");
      return JSON.nullNode();
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, pointer);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(convert(item, pointer + "/" + array.size()));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private JsonNode object(MappingNode mapping, String pointer) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      int line = tuple.getKeyNode().getStartMark().getLine() + 1;
      String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      lines.put(at, line);
      if (object.has(key)) {
        problems.add(name, line, "yaml-duplicate-key", key);
      }
      object.set(key, convert(tuple.getValueNode(), at));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (Tag.NULL.equals(tag)) {
      return JSON.nullNode();
    }
    if (Tag.BOOL.equals(tag) && (text.equals("true") || text.equals("false"))) {
      return JSON.booleanNode(text.equals("true"));
    }
    if (Tag.INT.equals(tag) && text.matches("-?(0|[1-9][0-9]{0,14})")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    if (Tag.FLOAT.equals(tag) && text.matches("-?[0-9]{1,15}\\.[0-9]{1,12}")) {
      return JSON.numberNode(new BigDecimal(text));
    }
    return JSON.textNode(text);
  }
}
