package org.qingmen.bench.load;

import java.util.Random;

/**
 * A vehicle as the gate knows it, already written as JSON.
 *
 * @param plate member {@code plate}
 * @param vehicle member {@code vehicle}
 * @param cargo name of what it carries
 * @param tonnes tonnes it carries
 */
public record Truck(String plate, String vehicle, String cargo, double tonnes) {

  private static final String VIN = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

  /** Plates of battery electric vehicles (GA 36). */
  private static final String ELECTRIC = "ABCDE";

  private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VIN_VALUES = "12345678123457923456789";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final String[] CARGO = {"铁矿石", "焦炭", "水泥熟料", "石灰石", "钢材", "粉煤灰", "煤"};
  private static final String[] MODELS = {"ZZ4257V384HF1B", "CA4250P66K25T1E6", "BJ4259SNFKB-AA"};

  static Truck random(Random random, int number) {
    boolean electric = random.nextInt(100) < 12;
    String stage = electric ? "D" : stage(random.nextInt(100));
    String plate =
        electric
            ? "冀B%05d%c".formatted(number % 100_000, letter(ELECTRIC, random))
            : "冀%c%c%04d"
                .formatted(
                    LETTERS.charAt(number / 10_000 % 24), letter(LETTERS, random), number % 10_000);
    String colour = electric ? "yellow-green" : "yellow";
    // A gas vehicle of stage IV would be none that could be registered when it was.
    boolean gas = random.nextInt(6) == 0 && !stage.equals("4");
    int rated = 28 + random.nextInt(8);
    String vehicle =
        """
        {"type":"%s","trailer":"%s","vin":"%s","engine":"%s","registered":"%s","fuel":"%s",\
        "stage":"%s","model":"%s","fleet":"%s","usage":"freight","ratedTonnes":%s,"obdConnected":%s}"""
            .formatted(
                random.nextInt(4) == 0 ? "H11" : "Q11",
                random.nextBoolean() ? "bulk-cement-tanker" : "low-side-semi-trailer",
                vin(random),
                "WP12.460E%s%07d".formatted(stage, random.nextInt(10_000_000)),
                registered(stage, random),
                electric ? "electric" : gas ? "natural-gas" : "diesel",
                stage,
                MODELS[random.nextInt(MODELS.length)],
                "河北省唐山市丰润区第%d货物运输车队有限公司".formatted(random.nextInt(400)),
                rated + ".0",
                random.nextInt(10) > 0);
    return new Truck(
        "{\"number\":\"%s\",\"colour\":\"%s\"}".formatted(plate, colour),
        vehicle,
        CARGO[random.nextInt(CARGO.length)],
        tonnes(rated, random));
  }

  /** One vehicle in a hundred is overloaded: rules must find something. */
  private static double tonnes(int rated, Random random) {
    double share = random.nextInt(100) == 0 ? 1.3 : 0.6 + random.nextInt(40) / 100.0;
    return Math.round(rated * share * 10) / 10.0;
  }

  private static String stage(int percent) {
    return percent < 55 ? "6" : percent < 90 ? "5" : "4";
  }

  private static String registered(String stage, Random random) {
    int year =
        switch (stage) {
          case "4" -> 2014 + random.nextInt(3);
          case "5" -> 2018;
          default -> 2022 + random.nextInt(4);
        };
    return "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private static char letter(String letters, Random random) {
    return letters.charAt(random.nextInt(letters.length()));
  }

  /** With its right check digit (GB 16735). */
  private static String vin(Random random) {
    StringBuilder vin = new StringBuilder("LZZ");
    while (vin.length() < 13) {
      vin.append(VIN.charAt(random.nextInt(VIN.length())));
    }
    vin.append("%04d".formatted(random.nextInt(10_000)));
    int sum = 0;
    for (int i = 0; i < VIN_WEIGHTS.length; i++) {
      sum += VIN_WEIGHTS[i] * value(vin.charAt(i));
    }
    vin.setCharAt(8, sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11));
    return vin.toString();
  }

  private static int value(char c) {
    return Character.isDigit(c) ? c - '0' : VIN_VALUES.charAt(VIN_LETTERS.indexOf(c)) - '0';
  }
}
