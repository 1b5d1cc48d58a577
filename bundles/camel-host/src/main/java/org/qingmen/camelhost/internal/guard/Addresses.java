package org.qingmen.camelhost.internal.guard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingmen.camelhost.RouteGuard.Problem;

/** Addresses of endpoints: the component must be allowed, and none of its options may run code. */
final class Addresses {

  private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+-]*):.*", Pattern.DOTALL);
  private static final Set<String> NEVER =
      Set.of(
          "transferexchange",
          "allowserializedheaders",
          "transferexception",
          "allowjavaserializedobject",
          "beanname",
          "serverinitializerfactory",
          "clientinitializerfactory",
          "keystorefile",
          "truststorefile",
          "sslcontextparameters",
          "jailstartingdirectory");
  private static final Set<String> FILE_OPTIONS =
      Set.of(
          "filename",
          "include",
          "exclude",
          "antinclude",
          "delay",
          "initialdelay",
          "delete",
          "noop",
          "idempotent",
          "charset",
          "recursive",
          "maxmessagesperpoll",
          "readlock",
          "fileexist",
          "autocreate",
          "appendchars");
  private static final Set<String> SERVER_OWN =
      Set.of(
          "",
          "journal",
          "database",
          "objects",
          "packs",
          "trust",
          "deploy",
          "keys",
          "karaf",
          "accounts.txt",
          "codes");

  private final Set<String> components;
  private final Path data;
  private final List<Problem> problems;

  Addresses(Set<String> components, Path data, List<Problem> problems) {
    this.components = components;
    this.data = data;
    this.problems = problems;
  }

  void check(String address, String where, boolean dynamic) {
    var scheme = SCHEME.matcher(address);
    String component = scheme.matches() ? scheme.group(1) : address;
    if (!components.contains(component)) {
      RouteDocument.add(problems, "component-not-allowed", where, component);
      return;
    }
    Expressions.check(address, where, problems);
    int query = address.indexOf('?');
    if ("file".equals(component)) {
      folder(address.substring(5, query < 0 ? address.length() : query), where, dynamic);
    }
    if (query >= 0) {
      for (String pair : address.substring(query + 1).split("&")) {
        int equals = pair.indexOf('=');
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        option(component, equals < 0 ? pair : pair.substring(0, equals), value, where);
      }
    }
  }

  /** Options written as a map beside the address. */
  void parameters(Map<?, ?> endpoint, String where) {
    Object parameters = endpoint.get("parameters");
    String uri = String.valueOf(endpoint.get("uri"));
    String component = uri.contains(":") ? uri.substring(0, uri.indexOf(':')) : uri;
    if (parameters instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) ->
              option(
                  component, String.valueOf(name), String.valueOf(value), where + "/parameters"));
    } else if (parameters != null) {
      RouteDocument.add(problems, "option-not-allowed", where, "parameters");
    }
  }

  private void option(String component, String name, String value, String where) {
    String plain = decoded(name).toLowerCase(Locale.ROOT).replace("-", "");
    boolean reference = value.startsWith("#") || value.startsWith("RAW(#");
    boolean resource = value.startsWith("file:") || value.startsWith("classpath:");
    boolean foreign = "file".equals(component) && !FILE_OPTIONS.contains(plain);
    boolean path =
        "file".equals(component)
            && (value.contains("..") || value.startsWith("/") || value.contains("\\"));
    if (NEVER.contains(plain) || reference || resource || foreign || path) {
      RouteDocument.add(problems, "option-not-allowed", where, name + "=" + value);
    }
    Expressions.check(value, where, problems);
  }

  private void folder(String folder, String where, boolean dynamic) {
    String plain = decoded(folder.startsWith("//") ? folder.substring(2) : folder);
    try {
      Path wanted = data.resolve(plain).normalize();
      boolean inside = wanted.startsWith(data) && !wanted.equals(data);
      String first = inside ? data.relativize(wanted).getName(0).toString() : "";
      boolean absolute = Path.of(plain).isAbsolute();
      if (dynamic || plain.contains("$") || !absolute || SERVER_OWN.contains(first)) {
        RouteDocument.add(problems, "file-not-allowed", where, plain);
      }
    } catch (InvalidPathException e) {
      RouteDocument.add(problems, "file-not-allowed", where, plain);
    }
  }

  /** Decodes percent signs; what cannot be decoded stays as it is and matches nothing allowed. */
  private static String decoded(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      boolean sound =
          at + 2 < text.length()
              && "0123456789abcdefABCDEF".indexOf(text.charAt(at + 1)) >= 0
              && "0123456789abcdefABCDEF".indexOf(text.charAt(at + 2)) >= 0;
      if (!sound) {
        return text;
      }
    }
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
