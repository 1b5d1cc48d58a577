package org.qingmen.api.internal.door;

import java.io.IOException;

/** The body is longer than this door takes. */
public final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long limit;

  BodyTooLargeException(long limit) {
    super("the body is longer than " + limit + " bytes");
    this.limit = limit;
  }

  long limit() {
    return limit;
  }
}
