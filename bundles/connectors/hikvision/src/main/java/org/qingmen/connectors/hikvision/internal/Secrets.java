package org.qingmen.connectors.hikvision.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Accounts of cameras, kept apart from the registry: lines {@code DEVICE.user=...} and {@code
 * DEVICE.password=...} in a file that only the server reads. Read at each use, so that a changed
 * password needs no restart.
 */
final class Secrets {

  private final Path file;

  /**
   * @param file need not exist
   */
  Secrets(Path file) {
    this.file = file;
  }

  /** An account; its text form hides the password. */
  record Account(String user, String password) {

    @Override
    public String toString() {
      return user + ":***";
    }
  }

  /** The account of a device, empty when there is none. */
  Optional<Account> of(String device) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("secrets of devices", e);
    }
    String user = lines.getProperty(device + ".user");
    String password = lines.getProperty(device + ".password");
    return user == null || password == null
        ? Optional.empty()
        : Optional.of(new Account(user, password));
  }
}
