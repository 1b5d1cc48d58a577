package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.qingmen.cli.Verb;
import org.qingmen.engine.PackSigning;
import org.qingmen.engine.SignatureAlgorithm;

/**
 * {@code rules sign}: writes manifest and signature into a folder or zip; {@code --new-key} makes a
 * key of one's own.
 */
final class SignAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    try {
      if (call.has("--new-key")) {
        Path key = Path.of(call.option("--new-key", ""));
        if (Files.exists(key)) {
          return texts.wrong("exists", key);
        }
        String last = call.option("--valid-to", null);
        Path published =
            PackSigning.newKey(key, algorithm(call), last == null ? null : LocalDate.parse(last));
        texts.print("key-made", key, published);
        return Verb.OK;
      }
      if (call.has("--algorithm")) {
        throw new WrongCall("algorithm-of-key");
      }
      Path pack = call.path();
      String key = call.option("--key", null);
      if (key == null || !Files.exists(Path.of(key))) {
        throw new WrongCall("needs-key");
      }
      PackSigning.sign(pack, Path.of(key), role(call));
      texts.print("signed", pack);
      return Verb.OK;
    } catch (IOException | GeneralSecurityException | DateTimeException e) {
      return texts.wrong("not-signed", e.getMessage());
    }
  }

  private static SignatureAlgorithm algorithm(Call call) {
    String word = call.option("--algorithm", "ed25519");
    return SignatureAlgorithm.of(word).orElseThrow(() -> new WrongCall("no-such-algorithm", word));
  }

  private static PackSigning.Role role(Call call) {
    return switch (call.option("--as", "author")) {
      case "author" -> PackSigning.Role.AUTHOR;
      case "approver" -> PackSigning.Role.APPROVER;
      default -> throw new WrongCall("no-such-role", call.option("--as", ""));
    };
  }
}
