package org.qingmen.supervision.upward.internal;

import java.io.IOException;
import org.qingmen.model.Text;

/** The platform above did not take anything, for a reason that people are told. */
final class TroubleException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Text text;

  TroubleException(Text text) {
    super(text.en());
    this.text = text;
  }

  /** What people are told of a failure, whoever reported it. */
  static Text text(IOException failure) {
    return failure instanceof TroubleException trouble && trouble.text != null
        ? trouble.text
        : Texts.trouble("failed", String.valueOf(failure.getMessage())).text;
  }
}
