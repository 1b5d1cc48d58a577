package org.qingmen.security.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address, or a range such as {@code 10.1.0.0/16}. Names are not taken: a registered address
 * must not depend on a name server.
 */
record AddressRange(InetAddress base, int prefix) {

  private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f.:]{2,45}(/[0-9]{1,3})?");

  static Optional<AddressRange> parse(String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    String[] parts = text.split("/");
    return address(parts[0])
        .map(
            base ->
                new AddressRange(base, parts.length > 1 ? Integer.parseInt(parts[1]) : bits(base)))
        .filter(range -> range.prefix() <= bits(range.base()));
  }

  boolean holds(String address) {
    return address(address).filter(this::holds).isPresent();
  }

  private boolean holds(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * 8;
  }

  private static Optional<InetAddress> address(String text) {
    boolean dotted = text != null && text.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}");
    boolean colons = text != null && text.contains(":") && text.matches("[0-9A-Fa-f.:]+");
    if (!dotted && !colons) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
