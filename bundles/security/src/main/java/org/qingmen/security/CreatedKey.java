package org.qingmen.security;

/**
 * A device's new key, shown this once; the server keeps the secret encrypted.
 *
 * @param keyId id of the key: the id of the device
 * @param secret 32 random bytes, base64
 */
public record CreatedKey(String keyId, String secret) {

  /** Without the secret, so that it never reaches a log. */
  @Override
  public String toString() {
    return "CreatedKey[" + keyId + "]";
  }
}
