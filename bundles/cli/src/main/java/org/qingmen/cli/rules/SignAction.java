package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.qingmen.cli.Verb;
import org.qingmen.engine.PackSigning;

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
        Path published = PackSigning.newKey(key);
        texts.print("key-made", key, published);
        return Verb.OK;
      }
      Path pack = call.path();
      String key = call.option("--key", null);
      if (key == null || !Files.exists(Path.of(key))) {
        throw new WrongCall("needs-key");
      }
      PackSigning.sign(pack, Path.of(key));
      texts.print("signed", pack);
      return Verb.OK;
    } catch (IOException | GeneralSecurityException e) {
      return texts.wrong("not-signed", e.getMessage());
    }
  }
}
