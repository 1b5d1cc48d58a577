package org.qingmen.connectors.hikvision.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.door.RawForm;
import org.qingmen.spi.framing.Multipart;
import org.qingmen.spi.framing.Multipart.Part;

/**
 * A message as it is kept: every byte as received, except that the content of a stored picture is
 * replaced by {@code sha256:...}.
 */
final class KeptMessage implements RawForm {

  @Override
  public byte[] keep(byte[] message, Map<String, String> stored) {
    List<Part> parts =
        Multipart.looksLikeOne(message)
            ? Multipart.parse(message).orElse(List.of())
            : List.<Part>of();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int copied = 0;
    for (Part part : parts) {
      String hash = Pictures.isOne(part.content()) ? stored.get(part.label()) : null;
      if (hash != null) {
        kept.write(message, copied, part.offset() - copied);
        kept.writeBytes(("sha256:" + hash).getBytes(StandardCharsets.US_ASCII));
        copied = part.offset() + part.content().length;
      }
    }
    kept.write(message, copied, message.length - copied);
    return kept.toByteArray();
  }
}
