package org.qingmen.spi.report;

import java.net.URI;
import java.util.Map;

/**
 * A platform above.
 *
 * @param id id of the target
 * @param address its address
 * @param keyId whom we sign or sign in as
 * @param secret the secret that belongs to it; never written anywhere
 * @param settings further settings of the dialect
 */
public record Destination(
    String id, URI address, String keyId, byte[] secret, Map<String, String> settings) {

  public Destination {
    secret = secret.clone();
    settings = Map.copyOf(settings);
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }

  @Override
  public String toString() {
    return id + " at " + address;
  }
}
