package org.qingmen.engine.internal.json;

import java.util.Locale;
import java.util.Map;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.Fact;

/** Writes what is judged, and what is concluded, as canonical JSON. */
public final class MatterWriter {

  private MatterWriter() {}

  /** The facts in their order. */
  public static byte[] facts(Matter matter) {
    CanonicalWriter out = new CanonicalWriter(1024);
    out.openArray();
    for (Fact fact : matter.facts()) {
      out.open().member("kind", fact.kind()).key("values").open();
      for (Map.Entry<String, Object> value : fact.values().entrySet()) {
        out.member(value.getKey(), value.getValue());
      }
      out.close().close();
    }
    return out.closeArray().bytes();
  }

  /** A conclusion. */
  public static void conclusion(CanonicalWriter out, Conclusion conclusion) {
    out.open().member("clause", conclusion.clause()).member("code", conclusion.code());
    out.member("en", conclusion.message().en()).member("name", conclusion.name());
    out.member("rule", conclusion.rule()).member("value", conclusion.value());
    out.member("zh", conclusion.message().zh()).close();
  }

  /** Kind of the packs that are asked, as in {@code pack.yaml}. */
  public static String kind(Matter matter) {
    return matter.kind().name().toLowerCase(Locale.ROOT);
  }
}
