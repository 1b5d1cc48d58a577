package org.qingmen.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;

/**
 * {@code accounts.txt}: passwords that the server made up, for whoever installs it. One line per
 * account: user, password, roles and scope, separated by tabs.
 */
final class AccountsFile {

  private final Path file;

  AccountsFile(Path dataDirectory) {
    file = dataDirectory.resolve("accounts.txt");
  }

  /** The password last noted for a user. */
  synchronized Optional<String> passwordOf(String user) {
    return lines().stream()
        .map(line -> line.split("\t"))
        .filter(fields -> fields.length >= 2 && fields[0].equals(user))
        .map(fields -> fields[1])
        .reduce((earlier, later) -> later);
  }

  /** Notes an account; a former line of the same user is replaced. */
  synchronized void note(String user, String password, Set<Role> roles, Scope scope) {
    String codes = roles.stream().map(Role::code).sorted().collect(Collectors.joining(","));
    StringBuilder text = new StringBuilder();
    for (String line : lines()) {
      if (!line.startsWith(user + "\t")) {
        text.append(line).append('\n');
      }
    }
    text.append(String.join("\t", user, password, codes, scope.code())).append('\n');
    DataFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  Path path() {
    return file;
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
