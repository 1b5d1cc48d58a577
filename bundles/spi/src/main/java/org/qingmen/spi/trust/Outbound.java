package org.qingmen.spi.trust;

/**
 * Which hosts the server may call because somebody has written their address into a rule or a
 * target. Whoever may write addresses must not be able to look around inside the network that the
 * server stands in. Safe for concurrent use.
 */
public interface Outbound {

  /**
   * Whether a host may be called: every address that its name stands for is a public one, or the
   * settings name it. A host whose name stands for nothing may be called, in vain.
   *
   * @param host name or address, as in a URI; null is nobody
   */
  boolean permits(String host);
}
