package org.qingmen.camelhost.internal;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/**
 * Class loader of one connector's context: its own bundle first, then Camel. Camel finds components
 * and loaders by names in {@code META-INF/services}, which lie in the Camel bundle.
 */
final class AdapterLoader extends ClassLoader {

  private final ClassLoader connector;

  AdapterLoader(ClassLoader connector, ClassLoader camel) {
    super(camel);
    this.connector = connector;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    try {
      return connector.loadClass(name);
    } catch (ClassNotFoundException e) {
      return super.loadClass(name, resolve);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = connector.getResource(name);
    return own != null ? own : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    Enumeration<URL> own = connector.getResources(name);
    return own.hasMoreElements() ? own : super.getResources(name);
  }
}
