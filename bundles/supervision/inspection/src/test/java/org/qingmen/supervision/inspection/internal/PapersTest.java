package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.qingmen.office.internal.print.PdfPrinting;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.spi.trust.ServerSeal;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.inspection.Verifications.TransportGrade;

class PapersTest {

  private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");

  private final Map<String, byte[]> kept = new HashMap<>();
  private final Papers papers = new Papers(new PdfPrinting(), new Kept(), new Plain());

  @Test
  void reportAndCertificateSayInChineseWhatWasFound() throws Exception {
    ObjectNode details = details();
    ObjectNode signed =
        papers.issue(
            details,
            new TransportGrade("B", "环办大气函〔2020〕340号", true, false, "D1"),
            limits(),
            NOW,
            "user:zhang");
    String report = text(signed.at("/papers/report/sha256").asText());
    assertThat(report)
        .contains("重点用车单位绩效分级核查报告", "石川长垣水泥有限公司", "20261101", "一辆自卸车未见记录")
        .contains("冀Z8A888", "视频所见", "不合格", "核查人员", "企业负责人", "未核实")
        .contains("2026-11-02 11:00:00", "2026-11-01 08:00:00", "2026-10-12 08:00:00", "zhang")
        .doesNotContain("user:");
    String certificate = text(signed.at("/papers/certificate/sha256").asText());
    assertThat(certificate)
        .contains("绩效分级核查结果", "未通过，不予认定", "含未核实的限值")
        .contains(signed.at("/certificate/code").asText());
  }

  @Test
  void aPaperIsValidOnlyByteForByte() {
    ObjectNode details = details();
    TransportGrade grade = new TransportGrade(null, null, false, true, "D1");
    details.setAll(papers.issue(details, grade, limits(), NOW, "user:zhang"));
    byte[] pdf = kept.get(details.at("/papers/report/sha256").asText());
    assertThat(papers.verify(pdf, hash -> Optional.of(details)).path("valid").asBoolean()).isTrue();
    byte[] altered = Arrays.copyOf(pdf, pdf.length + 1);
    assertThat(papers.verify(altered, hash -> Optional.of(details)).path("valid").asBoolean())
        .isFalse();
    assertThat(papers.verify(pdf, hash -> Optional.empty()).path("valid").asBoolean()).isFalse();
  }

  private static ObjectNode details() {
    return (ObjectNode)
        StoredJson.read(
            """
            {"id": "v-1", "enterprise": "91130200700000001K001P", "name": "石川长垣水泥有限公司",
             "declaredGrade": "B", "from": "2026-10-01", "to": "2026-10-31", "seed": 20261101,
             "position": 99, "drawnAt": "2026-11-01T00:00:00Z",
             "verdict": {"value": "failed", "message": {"zh": "1 项不合格", "en": "1 item"}},
             "items": [{"no": "V1", "of": "video",
               "ref": {"barrier": "A01", "from": "2026-10-12T08:00:00+08:00", "minutes": 7},
               "facts": {}, "finding": {"result": "ok", "text": "一辆自卸车未见记录",
                 "facts": {"seen": 5, "unrecorded": 1, "unrecordedPlates": ["冀Z8A888"]},
                 "verdict": {"value": "not-ok"},
                 "reasons": [{"message": {"zh": "视频所见 5 辆中有 1 辆不在台账中"}}]}}]}""");
  }

  private static Limits limits() {
    Parameter limit =
        new Parameter(
            "not-ok.most",
            null,
            null,
            0,
            null,
            null,
            LocalDate.EPOCH,
            null,
            "总体合格时不合格项的上限",
            "产品默认值",
            false);
    return new Limits(World.fake(Parameters.class, "number", a -> 12.0), List.of(limit));
  }

  private String text(String hash) throws Exception {
    try (var document = Loader.loadPDF(kept.get(hash))) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** Objects in memory. */
  private final class Kept implements ObjectStore {
    @Override
    public String put(byte[] content) {
      String hash = HexFormat.of().formatHex(Ranking.sha256(content));
      kept.put(hash, content);
      return hash;
    }

    @Override
    public Optional<byte[]> get(String sha256) {
      return Optional.ofNullable(kept.get(sha256));
    }
  }

  /** Signs with a hash: who can sign is not the matter here. */
  private static final class Plain implements ServerSeal {
    @Override
    public String seal(byte[] secret, String owner) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> open(String seal, String owner) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String sign(byte[] content) {
      return HexFormat.of().formatHex(Ranking.sha256(content));
    }

    @Override
    public boolean signed(byte[] content, String signature) {
      return sign(content).equals(signature);
    }

    @Override
    public String publicKey() {
      return "-";
    }
  }
}
