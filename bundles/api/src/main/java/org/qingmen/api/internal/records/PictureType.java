package org.qingmen.api.internal.records;

import java.util.Optional;

/** Tells a picture by its first bytes, whatever a camera calls it. */
final class PictureType {

  private PictureType() {}

  static Optional<String> of(byte[] content) {
    if (begins(content, 0xff, 0xd8, 0xff)) {
      return Optional.of("image/jpeg");
    }
    if (begins(content, 0x89, 'P', 'N', 'G')) {
      return Optional.of("image/png");
    }
    if (begins(content, 'G', 'I', 'F', '8')) {
      return Optional.of("image/gif");
    }
    if (begins(content, 'B', 'M')) {
      return Optional.of("image/bmp");
    }
    return begins(content, 'R', 'I', 'F', 'F') ? Optional.of("image/webp") : Optional.empty();
  }

  private static boolean begins(byte[] content, int... magic) {
    if (content.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((content[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
