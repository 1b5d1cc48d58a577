package org.qingmen.engine.internal.life;

import java.util.concurrent.CountDownLatch;

/** Whether decisions may begin; whoever decides waits for it. */
final class Readiness {

  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile String failure;

  void open() {
    ready.countDown();
  }

  void fail(String reason) {
    failure = reason;
    ready.countDown();
  }

  boolean isOpen() {
    return ready.getCount() == 0 && failure == null;
  }

  /** Waits until decisions may begin; fails when they never will. */
  void await() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the rule packs were loaded", e);
    }
    if (failure != null) {
      throw new IllegalStateException("the rule packs could not be loaded: " + failure);
    }
  }
}
