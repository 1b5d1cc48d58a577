package org.qingmen.engine.internal.analyse;

import java.nio.file.*;
import java.util.*;
import org.qingmen.engine.internal.compile.CompiledPack;

public class TryNotices {
  public static void main(String[] a) throws Exception {
    for (Path p : Packs.shipped()) {
      CompiledPack c = Packs.compiled(p);
      if (a.length > 0 && !Arrays.asList(a).contains(c.descriptor().id())) continue;
      long t = System.currentTimeMillis();
      var r = Analysis.of(c);
      System.out.println(
          c.descriptor().id()
              + " notices "
              + r.size()
              + " open "
              + r.stream().filter(n -> n.open()).count()
              + " ms "
              + (System.currentTimeMillis() - t));
      for (var n : r)
        if (n.open())
          System.out.println(
              "  "
                  + n.code()
                  + (n.refuses() ? "!" : "")
                  + " "
                  + n.file()
                  + ":"
                  + n.line()
                  + " ["
                  + n.about()
                  + "] "
                  + n.example());
    }
    System.exit(0);
  }
}
