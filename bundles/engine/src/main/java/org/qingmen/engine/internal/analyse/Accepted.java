package org.qingmen.engine.internal.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.YamlFile;

/**
 * What a pack says is meant as it is: {@code accepted} in {@code pack.yaml}, each with a reason.
 *
 * @param notices accepted notices
 */
public record Accepted(List<One> notices) {

  /**
   * One of them.
   *
   * @param notice code of the notice
   * @param about what it is about; {@code *} stands for anything
   * @param reason why it is meant so
   * @param line line in {@code pack.yaml}
   */
  public record One(String notice, String about, String reason, int line) {

    boolean covers(String code, String what) {
      String pattern = Pattern.quote(about).replace("*", "\\E.*\\Q");
      return notice.equals(code)
          && Pattern.compile(pattern, Pattern.DOTALL).matcher(what).matches();
    }
  }

  public Accepted {
    notices = List.copyOf(notices);
  }

  /** What the files of a pack accept. */
  public static Accepted of(PackFiles files) {
    String text = files.text("pack.yaml");
    List<One> notices = new ArrayList<>();
    if (text != null) {
      YamlFile file = YamlFile.read("pack.yaml", text, new Problems());
      for (JsonNode one : file.root().path("accepted")) {
        notices.add(
            new One(
                one.path("notice").asText(),
                one.path("about").asText(),
                one.path("reason").asText(),
                file.line("/accepted/" + notices.size())));
      }
    }
    return new Accepted(notices);
  }

  /** What a pack and the packs it extends accept. */
  public static Accepted of(CompiledPack pack) {
    List<One> notices = new ArrayList<>(of(pack.pack().files()).notices());
    pack.bases().forEach(base -> notices.addAll(of(base.files()).notices()));
    return new Accepted(notices);
  }

  /** Why a notice is accepted, null when it is not. */
  public String reason(String notice, String about) {
    return notices.stream()
        .filter(one -> one.covers(notice, about))
        .map(One::reason)
        .findFirst()
        .orElse(null);
  }
}
