package org.qingmen.engine.internal.analyse;

/** A rule uses more of the language than the model understands; it decides all the same. */
public final class NotReadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotReadable(String what) {
    super(what, null, false, false);
  }
}
