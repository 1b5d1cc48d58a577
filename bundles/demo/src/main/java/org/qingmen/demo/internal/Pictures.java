package org.qingmen.demo.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.qingmen.spi.intake.ObjectStore;

/** Drawn pictures instead of photographs: one for each kind of vehicle, no person and no place. */
final class Pictures {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;

  private final Map<String, String> hashes = new HashMap<>();

  /** Draws and stores them. */
  Pictures(ObjectStore objects) throws IOException {
    for (String type : new String[] {"Q11", "H11", "K33"}) {
      for (String colour : new String[] {"yellow", "yellow-green", "blue"}) {
        hashes.put(type + colour, objects.put(draw(type, colour)));
      }
    }
  }

  /** Hash of the picture that shows such a vehicle. */
  String of(Truck truck) {
    return hashes.get(truck.type() + truck.colour());
  }

  private static byte[] draw(String type, String colour) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    fill(pen, new Color(0xC9D3DC), 0, 0, WIDTH, HEIGHT);
    fill(pen, new Color(0x8A9199), 0, 130, WIDTH, 50);
    int length = type.equals("Q11") ? 250 : type.equals("H11") ? 190 : 120;
    fill(pen, new Color(0x5B6B7B), 40, type.equals("K33") ? 90 : 60, length, 70);
    fill(pen, new Color(0x2F6DA8), 30, 75, 60, 60);
    fill(pen, new Color(0xDDEAF5), 36, 82, 34, 22);
    Color plate =
        switch (colour) {
          case "yellow" -> new Color(0xF2B51D);
          case "blue" -> new Color(0x1D50B5);
          default -> new Color(0x7DC36B);
        };
    fill(pen, plate, 36, 118, 36, 11);
    pen.setColor(Color.DARK_GRAY);
    for (int x = 50; x < 30 + length; x += 55) {
      pen.fillOval(x, 122, 26, 26);
    }
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }

  private static void fill(Graphics2D pen, Color colour, int x, int y, int width, int height) {
    pen.setColor(colour);
    pen.fillRect(x, y, width, height);
  }
}
