package org.qingmen.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Endless native passages: vehicles enter, and leave some thousand records later. Not safe for
 * concurrent use.
 */
public final class Records {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Other vehicles that enter the enterprise between a vehicle's entry and its exit. */
  private static final int STAY = 40;

  /** How long a vehicle has been inside when it leaves: loading takes its time. */
  private static final Duration INSIDE = Duration.ofMinutes(45);

  private static final String HEX = "0123456789abcdef";

  private final List<Fleet.Site> sites;
  private final List<Truck> trucks;
  private final String run;
  private final LongSupplier clock;
  private final StringBuilder text = new StringBuilder(2048);
  private final long[] counts;
  private long pictures;
  private long second;
  private String time;
  private String entered;
  private String day;

  /**
   * Records of this moment.
   *
   * @param run short text that makes the serial numbers of this run its own
   */
  public Records(Fleet fleet, String run) {
    this(fleet, run, () -> System.currentTimeMillis() / 1000);
  }

  /**
   * Records of any time.
   *
   * @param clock Unix seconds of the next record
   */
  public Records(Fleet fleet, String run, LongSupplier clock) {
    this.clock = clock;
    this.sites = fleet.sites();
    this.trucks = fleet.trucks();
    this.run = run;
    this.counts = new long[sites.size()];
    this.pictures = run.hashCode();
  }

  /** The next record of one enterprise, as UTF-8 JSON. */
  public byte[] next(int site) {
    text.setLength(0);
    append(site);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The next {@code count} records of one enterprise, as a JSON array. */
  public byte[] next(int site, int count) {
    text.setLength(0);
    text.append('[');
    for (int i = 0; i < count; i++) {
      append(site);
      text.append(i == count - 1 ? ']' : ',');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void append(int site) {
    clock();
    long number = counts[site]++;
    boolean in = entry(number);
    long visit = number < STAY ? number : (number - STAY) / 2 + (in ? STAY : 0);
    Truck truck = truck(site, visit);
    int gate = 1 + (int) (number % 4);
    text.append("{\"enterprise\":\"").append(sites.get(site).id());
    text.append("\",\"serial\":\"A0").append(gate).append('-').append(day).append('-');
    text.append(run).append('-').append(number);
    text.append("\",\"entrance\":\"A\",\"barrier\":\"A0").append(gate);
    text.append("\",\"lane\":\"1\",\"direction\":\"").append(in ? "in" : "out");
    text.append("\",\"time\":\"").append(in ? entered : time);
    text.append("\",\"plate\":").append(truck.plate());
    text.append(",\"vehicle\":").append(truck.vehicle());
    text.append(",\"cargo\":{\"name\":\"").append(truck.cargo());
    text.append("\",\"tonnes\":").append(truck.tonnes());
    text.append("},\"barrierRaised\":\"automatic\",\"images\":{\"head\":{\"sha256\":\"");
    picture();
    text.append("\"},\"body\":{\"sha256\":\"");
    picture();
    text.append("\"},\"plate\":{\"sha256\":\"");
    picture();
    text.append("\"}},\"offline\":false}");
  }

  /** The yard fills first: nobody leaves who did not come. */
  private static boolean entry(long number) {
    return number < STAY || (number - STAY) % 2 == 0;
  }

  private Truck truck(int site, long visit) {
    int own = Math.max(1, trucks.size() / sites.size());
    return trucks.get((int) Math.floorMod(visit, (long) own) * sites.size() + site);
  }

  /** Looks like a hash and compresses like one. */
  private void picture() {
    for (int word = 0; word < 4; word++) {
      pictures += 0x9E3779B97F4A7C15L;
      long bits = pictures;
      bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
      bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
      bits ^= bits >>> 31;
      for (int digit = 0; digit < 16; digit++) {
        text.append(HEX.charAt((int) (bits >>> digit * 4) & 15));
      }
    }
  }

  private void clock() {
    long now = clock.getAsLong();
    if (now != second) {
      second = now;
      OffsetDateTime moment = Instant.ofEpochSecond(now).atOffset(CHINA);
      time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
      entered = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.minus(INSIDE));
      day = DAY.format(moment.toLocalDate());
    }
  }
}
