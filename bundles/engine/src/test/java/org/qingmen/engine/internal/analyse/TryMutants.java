package org.qingmen.engine.internal.analyse;

import java.nio.file.*;
import java.util.*;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.mutate.*;

public class TryMutants {
  public static void main(String[] a) throws Exception {
    Map<String, CompiledPack> packs = new TreeMap<>();
    for (Path p : Packs.shipped()) {
      CompiledPack c = Packs.compiled(p);
      packs.put(c.descriptor().id(), c);
    }
    for (CompiledPack p : packs.values()) {
      if (a.length > 0 && !Arrays.asList(a).contains(p.descriptor().id())) continue;
      long t = System.currentTimeMillis();
      var ext =
          packs.values().stream()
              .filter(o -> p.descriptor().id().equals(o.descriptor().base()))
              .toList();
      var r = MutationCheck.run(p, ext);
      System.out.println(
          p.descriptor().id()
              + " changes "
              + r.changes()
              + " survivors "
              + r.survivors().size()
              + " ms "
              + (System.currentTimeMillis() - t));
      for (Mutant m : r.survivors())
        System.out.println(
            "  "
                + m.file()
                + ":"
                + m.line()
                + " ["
                + m.of()
                + "] "
                + m.before()
                + "  ->  "
                + m.after());
    }
    System.exit(0);
  }
}
