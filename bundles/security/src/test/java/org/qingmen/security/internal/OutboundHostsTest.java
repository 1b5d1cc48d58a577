package org.qingmen.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundHostsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "[::1]",
        "0.0.0.0",
        "169.254.169.254",
        "100.100.100.200",
        "10.1.2.3",
        "172.20.0.1",
        "192.168.1.1",
        "[fe80::1]",
        "[fd00:ec2::254]",
        "[::ffff:127.0.0.1]",
        "224.0.0.1",
        "2130706433"
      })
  void whatLiesInsideIsNotCalled(String host) {
    assertThat(new OutboundHosts("").permits(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "[2001:4860:4860::8888]"})
  void whatLiesOutsideIsCalled(String host) {
    assertThat(new OutboundHosts("").permits(host)).isTrue();
  }

  @Test
  void aBureauNamesTheHostsOfItsOwnNetwork() {
    OutboundHosts hosts = new OutboundHosts("10.20.0.0/16, localhost; 192.168.7.9");
    assertThat(hosts.permits("10.20.3.4")).isTrue();
    assertThat(hosts.permits("LOCALHOST")).isTrue();
    assertThat(hosts.permits("192.168.7.9")).isTrue();
    assertThat(hosts.permits("10.21.0.1")).isFalse();
    assertThat(hosts.permits("127.0.0.1")).as("only the name was allowed").isFalse();
  }

  @Test
  void nobodyIsNotCalled() {
    assertThat(new OutboundHosts("").permits(null)).isFalse();
    assertThat(new OutboundHosts("").permits("")).isFalse();
  }
}
