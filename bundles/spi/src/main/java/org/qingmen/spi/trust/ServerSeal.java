package org.qingmen.spi.trust;

import java.util.Optional;

/**
 * The server's own keys, which never leave its data folder. Safe for concurrent use.
 *
 * <p>Seals are AES-256-GCM under a key of the server: a copy of the database alone opens nothing.
 * Signatures are Ed25519 (RFC 8032), detached, in base64.
 */
public interface ServerSeal {

  /** Seals a secret for one owner, in base64. */
  String seal(byte[] secret, String owner);

  /** Opens a seal; empty when it was made by another server, for another owner, or altered. */
  Optional<byte[]> open(String seal, String owner);

  /** Signs content. */
  String sign(byte[] content);

  /** Whether a signature is this server's and the content unaltered. */
  boolean signed(byte[] content, String signature);

  /** Public key in base64 (X.509), for those who want to check without this server. */
  String publicKey();
}
