package org.qingmen.engine.internal.pack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.engine.SignatureAlgorithm;

/**
 * A signature beside the manifest: a line {@code algorithm: sm2} and the base64 of its bytes. A
 * file without the line holds an Ed25519 signature, as base64 or as its bare bytes.
 *
 * @param algorithm the name in the file, whether there is such an algorithm or not
 * @param signature its bytes; those of SM2 are the DER form of both numbers
 */
public record SignatureFile(String algorithm, byte[] signature) {

  private static final Pattern NAMED =
      Pattern.compile("\\s*algorithm\\s*:[ \\t]*(\\S{1,40})[ \\t]*\\R(.*)", Pattern.DOTALL);

  /** Reads a file. */
  public static SignatureFile read(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    Matcher named = NAMED.matcher(text);
    return named.matches()
        ? new SignatureFile(named.group(1), raw(named.group(2)))
        : new SignatureFile(SignatureAlgorithm.ED25519.word(), raw(text));
  }

  /** The file of a signature. */
  public static byte[] write(SignatureAlgorithm algorithm, byte[] signature) {
    String base64 = Base64.getEncoder().encodeToString(signature);
    String text = "algorithm: " + algorithm.word() + "\n" + base64 + "\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A signature is the base64 text of its bytes, or they themselves. */
  private static byte[] raw(String text) {
    try {
      return Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
  }
}
