package org.qingmen.spi.refusal;

import java.util.List;
import org.qingmen.model.Text;

/**
 * A service does not do what it was asked, and says why. Thrown for mistakes of the caller; nothing
 * has been changed when it is thrown.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Kinds of refusals; each has the HTTP status that it is answered with. */
  public enum Kind {
    /** Nobody, or not who they claim to be. */
    UNAUTHENTICATED(401),
    /** Known, but not permitted. */
    FORBIDDEN(403),
    /** No such thing, or none that the caller may know of. */
    NOT_FOUND(404),
    /** Does not go together with what is there. */
    CONFLICT(409),
    /** What the caller demanded of the present version does not hold. */
    PRECONDITION(412),
    /** Understood, but wrong; the faults name the members. */
    INVALID(422),
    /** Too often; worth trying again later. */
    TOO_MANY(429),
    /** Not possible just now; worth trying again soon. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** HTTP status. */
    public int status() {
      return status;
    }
  }

  /**
   * One member that is wrong.
   *
   * @param code short stable name, such as {@code schema} or {@code unknown-division}
   * @param pointer JSON pointer into what was sent; empty for the whole
   * @param message what is wrong with it
   */
  public record Fault(String code, String pointer, Text message) {}

  private final Kind kind;
  private final String code;
  private final transient Text what;
  private final transient Text why;
  private final transient Text fix;
  private final transient List<Fault> faults;
  private final int retryAfterSeconds;

  /**
   * @param kind kind, which decides the HTTP status
   * @param code short stable name of the refusal
   * @param what what is refused
   * @param why the reason
   * @param fix what to do about it
   * @param faults members that are wrong, may be empty
   * @param retryAfterSeconds when it is worth trying again; 0 when trying again does not help
   */
  public Refusal(
      Kind kind,
      String code,
      Text what,
      Text why,
      Text fix,
      List<Fault> faults,
      int retryAfterSeconds) {
    super(code + ": " + what.en() + " " + why.en());
    this.kind = kind;
    this.code = code;
    this.what = what;
    this.why = why;
    this.fix = fix;
    this.faults = List.copyOf(faults);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Kind of the refusal. */
  public Kind kind() {
    return kind;
  }

  /** Short stable name, such as {@code bad-credentials}. */
  public String code() {
    return code;
  }

  /** What is refused. */
  public Text what() {
    return what;
  }

  /** The reason. */
  public Text why() {
    return why;
  }

  /** What to do about it. */
  public Text fix() {
    return fix;
  }

  /** Members that are wrong; empty when it is about the whole. */
  public List<Fault> faults() {
    return faults;
  }

  /** When it is worth trying again, in seconds; 0 when it is not. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** The same refusal with the members that are wrong. */
  public Refusal withFaults(List<Fault> wrong) {
    return new Refusal(kind, code, what, why, fix, wrong, retryAfterSeconds);
  }

  /** The same refusal, worth trying again after so many seconds. */
  public Refusal retryAfter(int seconds) {
    return new Refusal(kind, code, what, why, fix, faults, seconds);
  }
}
