package org.qingmen.supervision.registers.internal.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.office.Spreadsheets;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.office.Spreadsheets.TableWriter;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.Imports;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.internal.Texts;

/**
 * Imports. The file lies in the object store and its mapping in the registry, so that an import
 * outlives the server's process; what its rows would do is worked out anew from them.
 */
@Component
public final class ImportService implements Imports {

  private final Registry registry;
  private final ObjectStore objects;
  private final Spreadsheets spreadsheets;
  private final AuditTrail audit;
  private final Targets targets;
  private final Recent recent = new Recent();

  /** Wired by the container. */
  @Activate
  public ImportService(
      @Reference Registry registry,
      @Reference ObjectStore objects,
      @Reference Spreadsheets spreadsheets,
      @Reference AuditTrail audit,
      @Reference Targets targets) {
    this.registry = registry;
    this.objects = objects;
    this.spreadsheets = spreadsheets;
    this.audit = audit;
    this.targets = targets;
  }

  @Override
  public List<RegisterKind> kinds() {
    return RegisterKinds.all();
  }

  @Override
  public Preview open(
      Uploader who, RegisterKind kind, String enterprise, String fileName, byte[] content)
      throws IOException {
    Sheet sheet = Sheet.read(spreadsheets, content);
    List<String> members = targets.guess(sheet.heads(), Field.of(kind));
    String id = UUID.randomUUID().toString();
    Upload upload =
        new Upload(
            id,
            who.actor(),
            kind.kind(),
            enterprise,
            fileName,
            objects.put(content),
            members,
            null,
            0);
    registry.put(upload.draft(), who.actor());
    return recent.keep(preview(who, upload, sheet));
  }

  @Override
  public Preview get(Uploader who, String id) throws IOException {
    Upload upload = own(who, id);
    return recent.get(id).isPresent()
        ? recent.get(id).get()
        : recent.keep(preview(who, upload, sheet(upload)));
  }

  @Override
  public Preview assign(Uploader who, String id, List<String> members) throws IOException {
    Upload upload = open(own(who, id));
    Sheet sheet = sheet(upload);
    check(RegisterKinds.ofKind(upload.register()), members, sheet.heads().size());
    Upload assigned = upload.assigned(new ArrayList<>(members));
    registry.put(assigned.draft(), who.actor());
    return recent.keep(preview(who, assigned, sheet));
  }

  @Override
  public Preview confirm(Uploader who, String id, Set<Integer> rows, boolean allOrNothing)
      throws IOException {
    Upload upload = open(own(who, id));
    // Others may have changed the register since the preview.
    Preview now = preview(who, upload, sheet(upload));
    long rejected = now.count(State.REJECTED);
    if (allOrNothing && rejected > 0) {
      throw Texts.refusal(Kind.CONFLICT, "import-has-rejected", rejected);
    }
    List<Row> chosen = Choice.of(now, rows);
    targets.target(now.kind()).store(chosen, who.actor());
    Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Upload done = upload.confirmed(at, chosen.size());
    registry.put(done.draft(), who.actor());
    ObjectNode detail = StoredJson.object().put("register", upload.register());
    detail.put("enterprise", upload.enterprise()).put("file", upload.fileName());
    detail.put("sha256", upload.object()).put("stored", chosen.size()).put("rejected", rejected);
    audit.append(who.actor(), "import.confirm", id, detail.toString());
    return recent.keep(
        new Preview(
            id,
            now.kind(),
            now.enterprise(),
            now.fileName(),
            now.columns(),
            now.members(),
            now.rows(),
            at,
            chosen.size()));
  }

  @Override
  public byte[] rejected(Uploader who, String id, Format format, Locale language)
      throws IOException {
    return new RejectedSheet(spreadsheets, language).write(get(who, id), format);
  }

  @Override
  public byte[] template(RegisterKind kind, Format format, Locale language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter table = spreadsheets.write(format, out, kind.path())) {
      table.row(
          Field.of(kind).stream()
              .map(field -> field.title().in(language) + (field.required() ? " *" : ""))
              .toList());
    }
    return out.toByteArray();
  }

  private Preview preview(Uploader who, Upload upload, Sheet sheet) {
    RegisterKind kind = RegisterKinds.ofKind(upload.register());
    List<Row> rows = targets.preview(kind, who, upload.enterprise(), sheet, upload.members());
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < sheet.heads().size(); i++) {
      columns.add(new Column(sheet.heads().get(i), upload.members().get(i)));
    }
    List<Member> members =
        Field.of(kind).stream().map(f -> new Member(f.path(), f.title(), f.required())).toList();
    return new Preview(
        upload.id(),
        kind,
        upload.enterprise(),
        upload.fileName(),
        columns,
        members,
        rows,
        upload.confirmedAt(),
        upload.stored());
  }

  private Upload own(Uploader who, String id) {
    return registry
        .get(Upload.KIND, id)
        .map(Upload::read)
        .filter(upload -> upload.by().equals(who.actor()))
        .orElseThrow(() -> Texts.refusal(Kind.NOT_FOUND, "unknown-import", id));
  }

  private static Upload open(Upload upload) {
    if (upload.confirmedAt() != null) {
      throw Texts.refusal(Kind.CONFLICT, "import-confirmed", upload.id());
    }
    return upload;
  }

  private Sheet sheet(Upload upload) throws IOException {
    byte[] content =
        objects
            .get(upload.object())
            .orElseThrow(() -> Texts.refusal(Kind.NOT_FOUND, "unknown-import", upload.id()));
    return Sheet.read(spreadsheets, content);
  }

  private static void check(RegisterKind kind, List<String> members, int columns) {
    List<String> known = Field.of(kind).stream().map(Field::path).toList();
    List<String> named = members.stream().filter(Objects::nonNull).toList();
    String wrong =
        members.size() != columns
            ? members.size() + " ≠ " + columns
            : named.stream()
                .filter(m -> !known.contains(m) || named.indexOf(m) != named.lastIndexOf(m))
                .findFirst()
                .orElse(null);
    if (wrong != null) {
      throw Texts.refusal(Kind.INVALID, "import-columns", wrong);
    }
  }
}
