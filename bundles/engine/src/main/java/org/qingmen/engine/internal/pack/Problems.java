package org.qingmen.engine.internal.pack;

import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackProblem;

/** Gathers what is wrong with a pack, so that an author sees all of it at once. */
public final class Problems {

  private final List<PackProblem> found = new ArrayList<>();

  /** Adds a problem whose message is kept under its code. */
  public void add(String file, int line, String code, Object... values) {
    found.add(new PackProblem(file, line, code, Messages.text(code, values)));
  }

  /** Adds a problem that was made elsewhere. */
  public void add(PackProblem problem) {
    found.add(problem);
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return found.isEmpty();
  }

  /** Everything found so far. */
  public List<PackProblem> all() {
    return List.copyOf(found);
  }
}
