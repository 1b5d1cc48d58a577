package org.qingmen.shell.internal;

import java.lang.reflect.Proxy;

/** Services of which a test needs one method. */
final class Services {

  private Services() {}

  /** What a service answers when one of its methods is called. */
  interface Answer {
    Object to(String method, Object[] arguments);
  }

  static <T> T answering(Class<T> service, Answer answer) {
    return service.cast(
        Proxy.newProxyInstance(
            service.getClassLoader(),
            new Class<?>[] {service},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
