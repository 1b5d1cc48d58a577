package org.qingmen.engine.internal.compare;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.qingmen.model.Coded;
import org.qingmen.model.Verdict;

/** The parts of a stored decision document that a comparison needs, found without parsing it. */
final class StoredDecision {

  private static final byte[] FACTS = bytes("facts");
  private static final byte[] FINDINGS = bytes("findings");
  private static final byte[] KIND = bytes("kind");
  private static final byte[] PACKS = bytes("packs");
  private static final byte[] DAY = bytes("parameterDate");
  private static final byte[] REASONS = bytes("reasons");
  private static final byte[] VERDICT = bytes("verdict");
  private static final byte[] ENTERPRISE = bytes("enterprise");
  private static final byte[] ID = bytes("id");
  private static final byte[] DIVISION = bytes("division");
  private static final byte[] FAILED = bytes("\"rule-failed\"");
  private static final byte[] RULE = bytes("rule");

  private final byte[] json;
  private final JsonScan scan;
  private int facts = -1;
  private int findings = -1;
  private int findingsEnd;
  private int packs = -1;
  private int packsEnd;
  private int reasons = -1;
  private String kind;
  private String verdict;
  private String day;
  private String enterprise;
  private String division;

  private StoredDecision(byte[] json) {
    this.json = json;
    this.scan = new JsonScan(json);
  }

  /**
   * Finds the parts.
   *
   * @return null when the document is no decision of a passage in canonical form
   */
  static StoredDecision of(byte[] json) {
    try {
      StoredDecision found = new StoredDecision(json);
      found.walk();
      return found.whole() ? found : null;
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void walk() {
    for (int at = scan.member(scan.open(0)); at >= 0; at = scan.member(at)) {
      switch (scan.keyEnd - scan.keyStart) {
        case 4 -> kind = scan.keyIs(KIND) ? text() : kind;
        case 5 -> fiveLetters();
        case 7 -> sevenLetters();
        case 8 -> {
          if (scan.keyIs(FINDINGS)) {
            findings = scan.valueStart;
            findingsEnd = scan.valueEnd;
          }
        }
        case 13 -> day = scan.keyIs(DAY) ? text() : day;
        default -> {}
      }
    }
    if (facts >= 0) {
      place();
    }
  }

  private void fiveLetters() {
    if (scan.keyIs(FACTS)) {
      facts = scan.valueStart;
    } else if (scan.keyIs(PACKS)) {
      packs = scan.valueStart;
      packsEnd = scan.valueEnd;
    }
  }

  private void sevenLetters() {
    if (scan.keyIs(REASONS)) {
      reasons = scan.valueStart;
    } else if (scan.keyIs(VERDICT)) {
      verdict = text();
    }
  }

  private void place() {
    int inside = -1;
    for (int at = scan.member(scan.open(facts)); at >= 0; at = scan.member(at)) {
      if (scan.keyIs(ENTERPRISE)) {
        inside = scan.valueStart;
        break;
      }
    }
    if (inside < 0) {
      return;
    }
    for (int at = scan.member(scan.open(inside)); at >= 0; at = scan.member(at)) {
      if (scan.keyIs(ID)) {
        enterprise = text();
      } else if (scan.keyIs(DIVISION)) {
        division = text();
      }
    }
  }

  private String text() {
    if (json[scan.valueStart] != '"') {
      return null;
    }
    return new String(
        json, scan.valueStart + 1, scan.valueEnd - scan.valueStart - 2, StandardCharsets.UTF_8);
  }

  private boolean whole() {
    boolean passage = "passage".equals(kind) || "gate-check".equals(kind);
    return passage && facts >= 0 && packs >= 0 && reasons >= 0 && day != null && enterprise != null;
  }

  byte[] json() {
    return json;
  }

  int facts() {
    return facts;
  }

  String enterprise() {
    return enterprise;
  }

  /** Division of the enterprise, may be null. */
  String division() {
    return division;
  }

  /** Day of its parameters. */
  LocalDate day() {
    return LocalDate.parse(day);
  }

  String dayText() {
    return day;
  }

  /** The packs that decided, as they are written. */
  String packs() {
    return new String(json, packs, packsEnd - packs, StandardCharsets.UTF_8);
  }

  Verdict verdict() {
    return Coded.of(Verdict.class, verdict).orElse(null);
  }

  boolean isGateCheck() {
    return "gate-check".equals(kind);
  }

  /** Whether a rule failed when it was decided: then others may not have come to speak. */
  boolean failed() {
    for (int at = findings; at >= 0 && at + FAILED.length <= findingsEnd; at++) {
      if (Arrays.equals(json, at, at + FAILED.length, FAILED, 0, FAILED.length)) {
        return true;
      }
    }
    return false;
  }

  /** Names of the rules that gave its reasons. */
  Set<String> reasonsBy() {
    Set<String> rules = new HashSet<>();
    int at = reasons + 1;
    while (json[at] != ']') {
      int from = json[at] == ',' ? at + 1 : at;
      for (int in = scan.member(scan.open(from)); in >= 0; in = scan.member(in)) {
        if (scan.keyIs(RULE)) {
          rules.add(text());
        }
      }
      at = scan.skip(from);
    }
    return rules;
  }
}
