package org.qingmen.engine.internal.compare;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Takes some members out of stored facts. Facts with equal extracts look the same to rules that
 * read nothing else.
 */
final class Projection {

  private final Node root = new Node(0, null);
  private int nodes;

  /** Extracts these members, given as paths with slashes. */
  Projection(Set<String> paths) {
    for (String path : paths) {
      Node node = root;
      for (String name : path.split("/")) {
        node = node.child(name);
      }
    }
  }

  /** An extract, to be used as a key. */
  static final class Extract {
    private final byte[] bytes;
    private final int hash;

    Extract(byte[] bytes) {
      this.bytes = bytes;
      this.hash = Arrays.hashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Extract extract && Arrays.equals(bytes, extract.bytes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final class Node {
    private final int number;
    private final byte[] name;
    private final List<Node> children = new ArrayList<>();

    Node(int number, String name) {
      this.number = number;
      this.name = name == null ? null : name.getBytes(StandardCharsets.UTF_8);
    }

    Node child(String wanted) {
      byte[] key = wanted.getBytes(StandardCharsets.UTF_8);
      for (Node child : children) {
        if (Arrays.equals(child.name, key)) {
          return child;
        }
      }
      Node made = new Node(++nodes, wanted);
      children.add(made);
      return made;
    }
  }

  /**
   * The extract.
   *
   * @param prefix what else decides, such as the day
   */
  Extract of(StoredDecision decision, String prefix) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(192);
    out.writeBytes(prefix.getBytes(StandardCharsets.US_ASCII));
    take(root, new JsonScan(decision.json()), decision.json(), decision.facts(), out);
    return new Extract(out.toByteArray());
  }

  private static void take(
      Node node, JsonScan scan, byte[] json, int object, ByteArrayOutputStream out) {
    for (int at = scan.member(scan.open(object)); at >= 0; at = scan.member(at)) {
      for (Node child : node.children) {
        if (scan.keyIs(child.name)) {
          int start = scan.valueStart;
          int end = scan.valueEnd;
          out.write(child.number >> 8);
          out.write(child.number);
          if (!child.children.isEmpty() && json[start] == '{') {
            out.write('{');
            take(child, scan, json, start, out);
            out.write('}');
          } else {
            int length = end - start;
            out.write(length >> 16);
            out.write(length >> 8);
            out.write(length);
            out.write(json, start, length);
          }
          break;
        }
      }
    }
  }
}
