package org.qingmen.connectors.hikvision.internal;

/** Tells pictures by their first bytes; names and content types of devices are not believed. */
final class Pictures {

  private Pictures() {}

  static boolean isOne(byte[] content) {
    return !"?".equals(kind(content));
  }

  static String kind(byte[] content) {
    if (content.length >= 4 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8) {
      return "JPEG";
    }
    boolean png = content.length >= 8 && (content[0] & 0xff) == 0x89 && content[1] == 'P';
    return png ? "PNG" : "?";
  }
}
