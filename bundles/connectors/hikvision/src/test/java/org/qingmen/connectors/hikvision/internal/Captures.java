package org.qingmen.connectors.hikvision.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qingmen.spi.device.Decoded;

/** Messages made up for these tests, with invented plates. */
final class Captures {

  private Captures() {}

  static byte[] bytes(String name) {
    try (InputStream stream = Captures.class.getResourceAsStream("/captures/" + name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Decoded.Message message(String name) {
    return (Decoded.Message) new HikvisionCodec().decode(bytes(name));
  }

  static Map<String, Object> fields(String name) {
    return message(name).fields();
  }

  static Map<String, byte[]> all(String... names) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (String name : names) {
      all.put(name, bytes(name));
    }
    return all;
  }
}
