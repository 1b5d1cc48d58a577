package org.qingmen.store;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items its items
 * @param next opaque cursor of the following page, null when this is the last one
 */
public record Page<T>(List<T> items, String next) {

  public Page {
    items = List.copyOf(items);
  }
}
