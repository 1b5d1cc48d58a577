package org.qingmen.engine;

/**
 * Says whether a version may be put into service, besides what the engine itself checks. Every
 * guard that is registered as a service is asked, whichever way the activation came.
 */
public interface ActivationGuard {

  /**
   * Lets an activation pass.
   *
   * @param pack version that shall serve
   * @param actor who puts it into service
   * @throws PackException why not; nothing has changed then
   */
  void check(PackStatus pack, String actor);
}
