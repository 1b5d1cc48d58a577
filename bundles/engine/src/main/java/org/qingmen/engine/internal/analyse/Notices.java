package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingmen.engine.PackNotice;
import org.qingmen.engine.internal.pack.Place;
import org.qingmen.engine.internal.text.Messages;

/** Gathers notices, each once. */
final class Notices {

  private final Accepted accepted;
  private final List<PackNotice> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  Notices(Accepted accepted) {
    this.accepted = accepted;
  }

  /** A notice whose message is kept under {@code notice-} and its code. */
  void notice(String code, String about, Place place, String example, Object... values) {
    add(false, code, about, place, example, values);
  }

  /** The same for what may not serve. */
  void problem(String code, String about, Place place, String example, Object... values) {
    add(true, code, about, place, example, values);
  }

  private void add(
      boolean refuses, String code, String about, Place place, String example, Object... values) {
    if (seen.add(code + "|" + about)) {
      found.add(
          new PackNotice(
              code,
              about,
              refuses,
              place.file(),
              place.line(),
              Messages.text("notice-" + code, values),
              example,
              accepted.reason(code, about)));
    }
  }

  List<PackNotice> all() {
    return List.copyOf(found);
  }
}
