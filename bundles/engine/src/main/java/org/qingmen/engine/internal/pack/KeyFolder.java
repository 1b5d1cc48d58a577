package org.qingmen.engine.internal.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.engine.internal.json.Hashes;
import org.qingmen.engine.internal.pack.TrustedKey.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a folder, read at each use: {@code *.pub} and {@code *.pem} at its top may sign as author
 * or approver, those in {@code authors} and {@code approvers} as one of them only. The file {@code
 * revoked} names keys, by name or fingerprint, that are accepted no more.
 */
final class KeyFolder {

  private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);
  private static final Pattern DAY =
      Pattern.compile("(?mi)^\\s*(valid-from|valid-to)\\s*:\\s*([0-9-]{10})\\s*$");

  private final Path folder;

  /** Reads keys of a folder; null for none. */
  KeyFolder(Path folder) {
    this.folder = folder;
  }

  List<TrustedKey> keys() {
    List<TrustedKey> keys = new ArrayList<>();
    if (folder != null) {
      read(folder, Set.of(Role.AUTHOR, Role.APPROVER), keys);
      read(folder.resolve("authors"), Set.of(Role.AUTHOR), keys);
      read(folder.resolve("approvers"), Set.of(Role.APPROVER), keys);
    }
    return keys;
  }

  /** Names and fingerprints that are accepted no more. */
  Set<String> revoked() {
    Set<String> revoked = new HashSet<>();
    Path list = folder == null ? null : folder.resolve("revoked");
    if (list != null && Files.isRegularFile(list)) {
      try {
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
          String word = line.replaceFirst("#.*", "").strip().replaceFirst("\\s.*", "");
          if (!word.isEmpty()) {
            revoked.add(word.toLowerCase(Locale.ROOT));
          }
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException("the list of revoked keys cannot be read", e);
      }
    }
    return revoked;
  }

  private static void read(Path folder, Set<Role> roles, List<TrustedKey> keys) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{pub,pem}")) {
      List<Path> sorted = new ArrayList<>();
      files.forEach(sorted::add);
      sorted.stream().sorted().forEach(file -> readKey(file, roles, keys));
    } catch (IOException e) {
      LOG.warn("trusted keys in {} cannot be read: {}", folder, e.toString());
    }
  }

  private static void readKey(Path file, Set<Role> roles, List<TrustedKey> keys) {
    try {
      PublicKey key = Keys.readPublic(file);
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String name = file.getFileName().toString().replaceFirst("\\.(pub|pem)$", "");
      String print = Hashes.sha256(key.getEncoded());
      LocalDate from = day(text, "valid-from");
      keys.add(new TrustedKey(name, roles, key, print, from, day(text, "valid-to")));
    } catch (IOException | GeneralSecurityException | DateTimeException e) {
      LOG.warn("trusted key {} does not serve: {}", file, e.toString());
    }
  }

  private static LocalDate day(String text, String name) {
    Matcher line = DAY.matcher(text);
    while (line.find()) {
      if (line.group(1).equalsIgnoreCase(name)) {
        return LocalDate.parse(line.group(2));
      }
    }
    return null;
  }
}
