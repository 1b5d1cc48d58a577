package org.qingmen.simulate;

import java.util.Random;

/** Bytes that begin and end like a JPEG picture; another picture for each number. */
final class Jpeg {

  private static final int SIZE = 4096;

  private Jpeg() {}

  static byte[] of(long index) {
    byte[] picture = new byte[SIZE];
    new Random(index).nextBytes(picture);
    picture[0] = (byte) 0xff;
    picture[1] = (byte) 0xd8;
    picture[2] = (byte) 0xff;
    picture[3] = (byte) 0xe0;
    picture[SIZE - 2] = (byte) 0xff;
    picture[SIZE - 1] = (byte) 0xd9;
    return picture;
  }
}
