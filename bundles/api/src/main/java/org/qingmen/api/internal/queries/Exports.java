package org.qingmen.api.internal.queries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.office.Spreadsheets.TableWriter;
import org.qingmen.security.Principal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that people take along, written while they are read. Every one is in the audit trail: when
 * it begins, so that none can be taken unseen, and when it ends, with its number of rows.
 */
@Component(service = Exports.class)
public final class Exports {

  private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

  /** Each keeps a thread of the server busy for as long as its reader reads. */
  private static final int AT_ONCE = 8;

  private static final int PATIENCE_SECONDS = 30;
  private static final int RETRY_SECONDS = 30;

  private final MaskedFiles files;
  private final AuditTrail audit;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /** Writes the rows of a file. */
  public interface Rows {
    void write(Sink sink) throws IOException;
  }

  /** Takes rows. */
  public interface Sink {
    void row(List<?> cells) throws IOException;
  }

  /**
   * What is taken.
   *
   * @param name name of the file without its ending; also the action in the audit trail
   * @param format {@code csv} or {@code xlsx}
   * @param sheet name of the sheet
   * @param question what was asked, for the audit trail
   */
  public record File(String name, String format, String sheet, ObjectNode question) {}

  @Activate
  public Exports(@Reference MaskedFiles files, @Reference AuditTrail audit) {
    this.files = files;
    this.audit = audit;
  }

  /** The answer that carries a file. */
  public Response answer(Principal caller, File file, Rows rows) {
    Format format = format(file.format());
    if (places.availablePermits() == 0) {
      throw Problems.refusal(Kind.UNAVAILABLE, "exports-busy", AT_ONCE).retryAfter(RETRY_SECONDS);
    }
    StreamingOutput out = stream -> write(stream, caller, file, format, rows);
    String name = file.name() + "." + file.format();
    return Response.ok(out)
        .type(
            format == Format.CSV
                ? "text/csv;charset=utf-8"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static Format format(String text) {
    try {
      return Format.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Query.bad("format", text);
    }
  }

  void write(OutputStream out, Principal caller, File file, Format format, Rows rows)
      throws IOException {
    enter();
    long[] count = new long[1];
    boolean complete = false;
    try {
      note(caller, file, "begun", file.question());
      TableWriter table = files.sheets(caller).write(format, out, file.sheet());
      rows.write(
          cells -> {
            table.row(cells);
            count[0]++;
          });
      table.close();
      out.flush();
      complete = true;
    } catch (IOException e) {
      // The reader has left; nobody is there to be told.
      LOG.debug("{} was not read to its end", file.name(), e);
    } finally {
      places.release();
      ObjectNode end = file.question().objectNode();
      end.put("rows", Math.max(0, count[0] - 1)).put("complete", complete);
      note(caller, file, "ended", end);
    }
  }

  private void note(Principal caller, File file, String what, ObjectNode detail) {
    String target = file.name() + "." + file.format();
    audit.append(caller.source(), "export." + what, target, detail.toString());
  }

  private void enter() throws IOException {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("too many exports at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a place");
    }
  }
}
