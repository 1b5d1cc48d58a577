package org.qingmen.supervision.stages.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.office.DamagedTableException;
import org.qingmen.office.Spreadsheets;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.supervision.stages.StageCatalogue;

/** The local catalogue: kept in the registry, one document per key, and in memory. */
@Component(service = {StageCatalogue.class, CatalogueBook.class})
public final class CatalogueBook implements StageCatalogue {

  private static final int AT_ONCE = 500;

  private final Registry registry;
  private final Spreadsheets sheets;
  private final DocumentCache<List<CatalogueEntry>> entries;

  /** Wired by the container. */
  @Activate
  public CatalogueBook(@Reference Registry registry, @Reference Spreadsheets sheets) {
    this.registry = registry;
    this.sheets = sheets;
    this.entries = new DocumentCache<>(registry, CatalogueEntry.DOCUMENTS, CatalogueEntry::read);
  }

  @Deactivate
  void close() {
    entries.close();
  }

  /** Entries of a key; empty when there is none or the key is null. */
  List<CatalogueEntry> of(CatalogueEntry.Kind kind, String key) {
    return key == null ? List.of() : entries.get(CatalogueEntry.id(kind, key)).orElse(List.of());
  }

  /** Whether the catalogue has been read. */
  boolean loaded() {
    return entries.loaded();
  }

  /** One file after the other, so that none undoes what another adds to the same key. */
  @Override
  public synchronized Imported take(InputStream file, boolean preview, String actor)
      throws IOException {
    CatalogueReader reader = new CatalogueReader();
    try {
      sheets.read(file, reader);
    } catch (DamagedTableException e) {
      throw Texts.damaged(e);
    }
    reader.finish();
    Map<String, List<CatalogueEntry>> changed = new LinkedHashMap<>();
    int known = 0;
    for (CatalogueEntry entry : reader.entries()) {
      List<CatalogueEntry> now = changed.getOrDefault(entry.id(), of(entry.kind(), entry.key()));
      if (now.contains(entry)) {
        known++;
      } else {
        List<CatalogueEntry> more = new ArrayList<>(now);
        more.add(entry);
        changed.put(entry.id(), more);
      }
    }
    if (!preview) {
      store(changed, actor);
    }
    int added = reader.entries().size() - known;
    return new Imported(reader.rows(), added, known, reader.rejected());
  }

  private void store(Map<String, List<CatalogueEntry>> changed, String actor) {
    List<Draft> drafts = new ArrayList<>();
    changed.forEach(
        (id, list) ->
            drafts.add(
                new Draft(CatalogueEntry.DOCUMENTS, id, null, null, CatalogueEntry.body(list))));
    for (int i = 0; i < drafts.size(); i += AT_ONCE) {
      registry.putAll(drafts.subList(i, Math.min(i + AT_ONCE, drafts.size())), actor);
    }
  }

  @Override
  public Page<Document> list(String text, String cursor, int limit) {
    return registry.list(
        new RegistryQuery(CatalogueEntry.DOCUMENTS, null, null, text, cursor, limit));
  }
}
