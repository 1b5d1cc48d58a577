package org.qingmen.supervision.alarms.internal.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Signs webhooks. Each rule's secret is made from one key of this server, which lies in {@code
 * keys/webhooks.key} of the data directory and nowhere else; so no secret is in the database.
 */
@Component(service = SigningKey.class)
public final class SigningKey {

  private static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  /** Wired by the container. */
  @Activate
  public SigningKey(BundleContext bundles) {
    this(directory(bundles));
  }

  SigningKey(Path data) {
    key = keep(data.resolve("keys").resolve("webhooks.key"));
  }

  /** Secret of a rule, base64. */
  String secret(String rule) {
    return Base64.getEncoder().encodeToString(mac(key, "webhook|" + rule));
  }

  /** Signature of a message, lower-case hex. */
  String sign(String rule, String text) {
    return HexFormat.of().formatHex(mac(mac(key, "webhook|" + rule), text));
  }

  private static byte[] mac(byte[] secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static Path directory(BundleContext bundles) {
    String configured = bundles.getProperty("qingmen.data");
    String environment = System.getenv().getOrDefault("QINGMEN_DATA", "data");
    return Path.of(configured == null ? environment : configured).toAbsolutePath();
  }

  private static byte[] keep(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(file.getParent());
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(
            file,
            fresh,
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC)
                .toArray(StandardOpenOption[]::new));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file, e);
    }
  }
}
