package org.qingmen.supervision.registers.internal.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qingmen.supervision.registers.Imports.Preview;

/** The last few previews, so that reading one page by page does not read the file each time. */
final class Recent {

  private static final int MOST = 4;

  private final Map<String, Preview> previews =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Preview> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<Preview> get(String id) {
    return Optional.ofNullable(previews.get(id));
  }

  synchronized Preview keep(Preview preview) {
    previews.put(preview.id(), preview);
    return preview;
  }
}
