package org.qingmen.shell.internal;

/** What a command tells when it could not do what it was asked; the shell prints its message. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message, null, false, false);
  }
}
