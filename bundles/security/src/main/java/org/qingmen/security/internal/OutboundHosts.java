package org.qingmen.security.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.spi.trust.Outbound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the addresses that a name stands for. The caller connects at once: the virtual machine
 * keeps what a name stood for for half a minute, so that it connects to the addresses looked at.
 */
@Component(configurationPid = OutboundHosts.Config.PID)
@Designate(ocd = OutboundHosts.Config.class)
public final class OutboundHosts implements Outbound {

  private static final Logger LOG = LoggerFactory.getLogger(OutboundHosts.class);

  /** Addresses inside that Java knows no word for: shared, this network, unique local, mapped. */
  private static final List<AddressRange> INSIDE =
      ranges("100.64.0.0/10", "0.0.0.0/8", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4").toList();

  private static final int UNIQUE_LOCAL = 0xFC;

  private final List<String> names;
  private final List<AddressRange> allowed;

  /** Keys of {@code org.qingmen.outbound.cfg}. */
  @ObjectClassDefinition(name = "Qingmen outbound")
  public @interface Config {

    /** Id of the configuration. */
    String PID = "org.qingmen.outbound";

    @AttributeDefinition(name = "Inner hosts, addresses and ranges that may be called")
    String allow() default "";
  }

  /** Wired by the container. */
  @Activate
  public OutboundHosts(Config config) {
    this(config.allow());
  }

  OutboundHosts(String allow) {
    List<String> entries =
        Arrays.stream(allow.split("[,;\\s]+")).filter(entry -> !entry.isBlank()).toList();
    allowed = ranges(entries.toArray(String[]::new)).toList();
    names =
        entries.stream()
            .filter(entry -> AddressRange.parse(entry).isEmpty())
            .map(entry -> entry.toLowerCase(Locale.ROOT))
            .toList();
    names.stream()
        .filter(name -> name.contains("/"))
        .forEach(name -> LOG.warn("{}: {} is neither a host nor a range", Config.PID, name));
  }

  @Override
  public boolean permits(String host) {
    if (host == null || host.isBlank()) {
      return false;
    }
    String name = host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
    if (names.contains(name)) {
      return true;
    }
    try {
      return Arrays.stream(InetAddress.getAllByName(name)).allMatch(this::permits);
    } catch (UnknownHostException e) {
      return true;
    }
  }

  private boolean permits(InetAddress address) {
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return !inside(address, text) || allowed.stream().anyMatch(range -> range.holds(text));
  }

  private static boolean inside(InetAddress address, String text) {
    boolean uniqueLocal =
        address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == UNIQUE_LOCAL;
    return uniqueLocal
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || INSIDE.stream().anyMatch(range -> range.holds(text));
  }

  private static Stream<AddressRange> ranges(String... texts) {
    return Arrays.stream(texts).flatMap(text -> AddressRange.parse(text).stream());
  }
}
