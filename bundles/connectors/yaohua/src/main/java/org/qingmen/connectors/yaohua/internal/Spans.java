package org.qingmen.connectors.yaohua.internal;

import java.util.List;
import org.qingmen.spi.device.Codec.Span;

/** Collects the pieces of a frame of fixed layout, as far as the bytes reach. */
record Spans(byte[] frame, List<Span> spans) {

  void add(int offset, int length, String field) {
    int to = Math.min(frame.length, offset + length);
    if (offset >= 0 && offset < to) {
      String text = Frame.text(frame, offset, to);
      boolean readable = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
      String shown = readable ? text : Frame.hex(frame[offset]);
      spans.add(new Span(offset, to - offset, field, shown));
    }
  }
}
