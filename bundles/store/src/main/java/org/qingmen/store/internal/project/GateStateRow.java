package org.qingmen.store.internal.project;

/** The latest state of a gate; times are milliseconds since 1970, null for never. */
final class GateStateRow {

  Long heartbeat;
  Long passage;
  Long skew;
  String faults = "";

  void heartbeatAt(long millis) {
    heartbeat = heartbeat == null ? millis : Math.max(heartbeat, millis);
  }

  void passageAt(long millis) {
    passage = passage == null ? millis : Math.max(passage, millis);
  }
}
