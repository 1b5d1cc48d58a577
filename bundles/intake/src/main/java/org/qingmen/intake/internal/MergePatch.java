package org.qingmen.intake.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): what is null goes, objects are merged, all else replaces. */
public final class MergePatch {

  private MergePatch() {}

  /** Applies a patch to an object in place. */
  public static void apply(ObjectNode target, ObjectNode patch) {
    patch
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              if (value.isNull()) {
                target.remove(member.getKey());
              } else if (value instanceof ObjectNode object) {
                JsonNode present = target.path(member.getKey());
                ObjectNode below =
                    present.isObject() ? (ObjectNode) present : target.putObject(member.getKey());
                apply(below, object);
              } else {
                target.set(member.getKey(), value);
              }
            });
  }
}
