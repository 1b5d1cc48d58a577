package org.qingmen.supervision.registers.internal;

import java.util.Optional;

/** Tells a file by its first bytes, whatever its sender calls it. */
enum FileType {
  PDF("application/pdf", '%', 'P', 'D', 'F', '-'),
  JPEG("image/jpeg", 0xff, 0xd8, 0xff),
  PNG("image/png", 0x89, 'P', 'N', 'G'),
  GIF("image/gif", 'G', 'I', 'F', '8'),
  BMP("image/bmp", 'B', 'M'),
  WEBP("image/webp", 'R', 'I', 'F', 'F');

  private final String mediaType;
  private final int[] magic;

  FileType(String mediaType, int... magic) {
    this.mediaType = mediaType;
    this.magic = magic;
  }

  String mediaType() {
    return mediaType;
  }

  static Optional<FileType> of(byte[] content) {
    for (FileType type : values()) {
      if (type.begins(content)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] content) {
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
