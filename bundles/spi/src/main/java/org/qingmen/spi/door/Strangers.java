package org.qingmen.spi.door;

import java.util.LinkedHashMap;
import java.util.Map;

/** Unknown devices heard of lately, so that a heartbeat every few seconds is kept once only. */
final class Strangers {

  private static final int MOST = 1000;

  private final Map<String, Boolean> heard =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      };

  synchronized boolean firstTime(String who) {
    return heard.put(who, Boolean.TRUE) == null;
  }
}
