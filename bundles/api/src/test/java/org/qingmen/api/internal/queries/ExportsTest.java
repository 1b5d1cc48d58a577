package org.qingmen.api.internal.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.api.internal.door.Json;
import org.qingmen.office.Spreadsheets;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Page;
import org.qingmen.store.PassageFilter;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredPassage;

/** A million passages go out without memory growing; who leaves stops it; all is in the audit. */
class ExportsTest {

  private static final int ROWS = 1_000_000;
  private static final int PAGE = 1000;
  private static final long MOST = 16L << 20;
  private static final Principal CALLER =
      new Principal("wang", EnumSet.of(Role.OFFICER), Scope.ROOT, null);

  private final List<String> audited = new ArrayList<>();
  private final AtomicInteger pages = new AtomicInteger();
  private final Exports exports =
      new Exports(new MaskedFiles(sheets(), new Plates(Set.of(Role.OFFICER))), audit());
  private final PassageExport passages = new PassageExport(store(), null, null, nobody(), exports);

  @ParameterizedTest
  @EnumSource
  void memoryDoesNotGrowWithTheRows(Format format) throws IOException {
    Counting out = new Counting();
    exports.write(out, CALLER, file(format), format, this::rows);

    assertThat(out.bytes).isGreaterThan(ROWS * 10L);
    assertThat(out.grown).as("live memory from the first to the last page").isLessThan(MOST);
    assertThat(pages).hasValue(ROWS / PAGE);
    assertThat(audited.get(0))
        .startsWith("user:wang export.begun passages.")
        .contains("\"x\":\"y\"");
    assertThat(audited.get(1)).contains("export.ended", "\"rows\":" + ROWS, "\"complete\":true");
  }

  @Test
  void whoLeavesStopsTheReading() throws IOException {
    OutputStream leaves =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("gone");
          }
        };
    exports.write(leaves, CALLER, file(Format.CSV), Format.CSV, this::rows);

    assertThat(pages.get()).isLessThan(5);
    assertThat(audited.get(1)).contains("\"complete\":false");
  }

  private void rows(Exports.Sink sink) throws IOException {
    PassageQuery all =
        new PassageQuery(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            PassageFilter.NONE,
            null,
            PAGE);
    passages.write(sink, all, true, Labels.in(Locale.CHINESE));
  }

  private static Exports.File file(Format format) {
    String ending = format.name().toLowerCase(Locale.ROOT);
    return new Exports.File("passages", ending, "记录", Json.object().put("x", "y"));
  }

  /** Pages as a database would answer them, made when they are asked for. */
  private PassageStore store() {
    return fake(
        PassageStore.class,
        arguments -> {
          int page = pages.getAndIncrement();
          List<StoredPassage> items =
              IntStream.range(0, PAGE).mapToObj(i -> passage(page * PAGE + i)).toList();
          boolean last = (page + 1) * PAGE == ROWS;
          return new Page<>(items, last ? null : String.valueOf(page + 1));
        });
  }

  private static StoredPassage passage(int i) {
    return passage(i, List.of("x"));
  }

  static StoredPassage passage(int i, List<String> findings) {
    return new StoredPassage(
        i,
        "R" + i,
        "E1",
        "S" + i,
        "A01",
        "in",
        OffsetDateTime.parse("2026-10-01T08:00:00+08:00"),
        Instant.EPOCH,
        "冀B" + i,
        "yellow",
        "LZZ1CLVB7AA000001",
        "5",
        "diesel",
        false,
        "freight",
        "Q11",
        null,
        "铁矿石",
        33.5,
        "allow",
        findings,
        true,
        false);
  }

  private AuditTrail audit() {
    return fake(
        AuditTrail.class,
        arguments -> {
          audited.add("%s %s %s %s".formatted(arguments));
          return null;
        });
  }

  private static Enterprises nobody() {
    return fake(Enterprises.class, arguments -> java.util.Optional.empty());
  }

  private interface Answer {
    Object to(Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(arguments)));
  }

  /** The office's own service; it lies in a package that its bundle keeps to itself. */
  private static Spreadsheets sheets() {
    try {
      return (Spreadsheets)
          Class.forName("org.qingmen.office.internal.sheets.SpreadsheetService")
              .getConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Throws away what it is given, and looks at the memory at the begin and towards the end. */
  private final class Counting extends OutputStream {

    private long bytes;
    private long before;
    private long grown = Long.MAX_VALUE;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) {
      bytes += length;
      if (before == 0 && pages.get() > 20) {
        before = live();
      } else if (grown == Long.MAX_VALUE && pages.get() > ROWS / PAGE - 10) {
        grown = live() - before;
      }
    }

    private long live() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }
}
