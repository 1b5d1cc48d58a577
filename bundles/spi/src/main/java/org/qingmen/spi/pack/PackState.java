package org.qingmen.spi.pack;

/** Life of a version of a rule pack. */
public enum PackState {
  /** Refused; its problems say why. */
  REFUSED,
  /** Compiled and its cases passed, not in service. */
  TESTED,
  /** In service. */
  ACTIVE,
  /** Was in service, a later version serves now. */
  SUPERSEDED,
  /** Taken out of service by a person. */
  RETIRED,
  /** Stopped because it misbehaved at run time. */
  QUARANTINED
}
