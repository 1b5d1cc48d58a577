package org.qingmen.store;

import java.util.Objects;

/**
 * A registry document about to be stored.
 *
 * @param kind kind, such as {@code enterprise}, {@code in-plant-vehicle}, {@code policy}; 1 to 32
 *     characters
 * @param id id, unique within its kind, 1 to 160 characters; what belongs to an enterprise carries
 *     the enterprise's code in front ({@code CODE/A01})
 * @param enterprise discharge-unit code it belongs to, null when it belongs to none
 * @param division GB/T 2260 code it belongs to, null when it belongs to none
 * @param body JSON text
 */
public record Draft(String kind, String id, String enterprise, String division, String body) {

  public Draft {
    need(kind, 32, "kind");
    need(id, 160, "id");
    Objects.requireNonNull(body, "body");
  }

  private static void need(String text, int longest, String name) {
    if (text == null || text.isBlank() || text.length() > longest) {
      throw new IllegalArgumentException(name + " has 1 to " + longest + " characters: " + text);
    }
  }
}
