package org.qingmen.spi.door;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qingmen.spi.intake.ObjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures of messages; one that cannot be stored is missing from the record, which is kept. */
final class PictureStore {

  private static final Logger LOG = LoggerFactory.getLogger(PictureStore.class);

  private final ObjectStore objects;

  PictureStore(ObjectStore objects) {
    this.objects = objects;
  }

  /** SHA-256 by name of every picture that could be stored. */
  Map<String, String> store(Map<String, byte[]> pictures) {
    Map<String, String> stored = new LinkedHashMap<>();
    pictures.forEach(
        (name, content) -> {
          try {
            stored.put(name, objects.put(content));
          } catch (IOException e) {
            LOG.warn("picture {} was not stored: {}", name, e.toString());
          }
        });
    return stored;
  }

  /** Member {@code images} of the native record. */
  Map<String, Object> references(
      Map<String, byte[]> named, Map<String, byte[]> byRole, Map<String, String> stored) {
    Map<String, Object> images = new LinkedHashMap<>();
    byRole.forEach(
        (role, content) ->
            named.forEach(
                (name, same) -> {
                  if (same == content && stored.containsKey(name)) {
                    images.put(role, Map.of("sha256", stored.get(name)));
                  }
                }));
    return images;
  }
}
