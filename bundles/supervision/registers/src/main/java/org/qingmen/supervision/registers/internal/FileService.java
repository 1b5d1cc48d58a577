package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.PaperFiles;

/** Files of papers: content as an object, the rest as a document. */
@Component
public final class FileService implements PaperFiles {

  private static final String KIND = "file";
  private static final int LONGEST_NAME = 200;

  private final Registry registry;
  private final ObjectStore objects;

  /** Wired by the container. */
  @Activate
  public FileService(@Reference Registry registry, @Reference ObjectStore objects) {
    this.registry = registry;
    this.objects = objects;
  }

  @Override
  public Document put(
      String id, String enterprise, String division, String name, byte[] content, String actor)
      throws IOException {
    FileType type =
        FileType.of(content).orElseThrow(() -> Texts.refusal(Kind.INVALID, "file-type"));
    String chosen = id == null ? UUID.randomUUID().toString() : id;
    if (!chosen.matches("[A-Za-z0-9.-]{1,64}")) {
      throw Texts.refusal(Kind.INVALID, "file-id", chosen);
    }
    ObjectNode body = StoredJson.object();
    body.put("id", chosen).put("enterprise", enterprise).put("name", shortened(name));
    body.put("type", type.mediaType()).put("size", content.length);
    body.put("sha256", objects.put(content));
    return registry.put(new Draft(KIND, chosen, enterprise, division, body.toString()), actor);
  }

  @Override
  public Optional<Document> get(String id) {
    return registry.get(KIND, id);
  }

  @Override
  public Optional<byte[]> content(Document file) throws IOException {
    return objects.get(Json.text(StoredJson.body(file), "sha256"));
  }

  @Override
  public Page<Document> list(String enterprise, String cursor, int limit) {
    return registry.list(new RegistryQuery(KIND, enterprise, null, null, cursor, limit));
  }

  /** The last part of a path, without what a header or a terminal would obey. */
  private static String shortened(String name) {
    if (name == null) {
      return null;
    }
    String plain = name.replaceFirst("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }
}
