package org.qingmen.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signed requests, one after another, going round the enterprises. Not safe for concurrent use. */
public final class Requests {

  private final Records records;
  private final List<Signer> signers;
  private final int perRequest;
  private final String head;
  private int site;

  /**
   * @param signers one per enterprise, in the order of the fleet
   * @param perRequest records in a request; 1 sends a bare object, more an array
   * @param host value of the {@code Host} header
   */
  public Requests(Records records, List<Signer> signers, int perRequest, String host) {
    this.records = records;
    this.signers = List.copyOf(signers);
    this.perRequest = perRequest;
    this.head =
        "POST "
            + Signer.PATH
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nAuthorization: ";
  }

  /** Records in each request. */
  public int perRequest() {
    return perRequest;
  }

  /** The next request, ready to be sent. */
  public ByteBuffer next() {
    site = (site + 1) % signers.size();
    byte[] body = perRequest == 1 ? records.next(site) : records.next(site, perRequest);
    byte[] top =
        (head
                + signers.get(site).authorization(body)
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(top.length + body.length).put(top).put(body).flip();
  }
}
