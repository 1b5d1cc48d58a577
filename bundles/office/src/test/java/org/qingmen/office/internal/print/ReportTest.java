package org.qingmen.office.internal.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.qingmen.office.Report;

/** What is printed can be read, by people and by machines. */
class ReportTest {

  private static final String LONG = "根据重污染天气应急响应期间移动源管控要求，企业应当按照“一企一策”实施方案落实运输车辆管控措施。";

  private final PdfPrinting printing = new PdfPrinting();

  private Report report() {
    return printing.begin("重污染天气应急响应评估报告", "唐山市生态环境局 2026年10月");
  }

  @Test
  void chineseTextCanBeTakenOutAgain() throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("企业名称", "唐山某某钢铁有限公司");
    fields.put("统一社会信用代码", "91130200MA00000000");
    byte[] pdf =
        report()
            .heading(1, "一、基本情况")
            .fields(fields)
            .heading(2, "（一）车辆")
            .paragraph(LONG)
            .table(
                List.of("号牌", "排放阶段", "车次"),
                List.of(List.of("冀B·A1234", "国六", "12"), List.of("津C12345", "国五", "3")),
                2,
                1,
                1)
            .signatures(List.of("检查人员", "企业负责人"))
            .finish();

    assertThat(text(pdf).replaceAll("\\s", ""))
        .contains("重污染天气应急响应评估报告", "一、基本情况", "唐山某某钢铁有限公司")
        .contains("91130200MA00000000", LONG, "冀B·A1234", "国六", "检查人员：", "企业负责人：")
        .contains("唐山市生态环境局2026年10月", "1/1");
  }

  /** Some characters share their picture with a radical; a machine must read the character. */
  @Test
  void charactersThatLookLikeRadicalsStayThemselves() throws IOException {
    String text = "一人工金石土木火水山川日月车马门风食鱼鸟龙黄黑齐齿龟大小子女";

    assertThat(text(report().paragraph(text).finish())).contains(text);
  }

  @Test
  void latinWordsComeOutLetterByLetter() throws IOException {
    String words = "office efficient flow fjord affluent Qingmen-First";

    assertThat(text(report().paragraph(words).finish())).contains(words);
  }

  @Test
  void onlyTheCharactersUsedAreInTheFile() {
    assertThat(report().paragraph("短").finish().length).isLessThan(100_000);
  }

  @Test
  void pagesBreakAndTheHeadOfATableIsRepeated() throws IOException {
    List<List<String>> rows =
        IntStream.rangeClosed(1, 200).mapToObj(i -> List.of("第" + i + "行", "值")).toList();
    byte[] pdf = report().table(List.of("表头甲", "表头乙"), rows).finish();

    int pages = pages(pdf);
    assertThat(pages).isBetween(4, 8);
    for (int page = 1; page <= pages; page++) {
      assertThat(text(pdf, page)).contains("表头甲").contains(page + " / " + pages);
    }
    assertThat(text(pdf)).contains(rows.stream().map(row -> row.get(0)).toArray(String[]::new));
  }

  @Test
  void aCellLongerThanAPageGoesOnOnTheNext() throws IOException {
    String cell = LONG.repeat(60) + "完";
    byte[] pdf = report().table(List.of("项", "说明"), List.of(List.of("1", cell)), 1, 2).finish();

    assertThat(pages(pdf)).isGreaterThan(1);
    String text = text(pdf).replaceAll("\\s|项|说明|\\d/\\d|唐山市生态环境局2026年10月", "");
    assertThat(text.split("企业应当按照", -1)).hasSizeGreaterThanOrEqualTo(58);
    assertThat(text).contains("完");
  }

  @Test
  void aLongParagraphGoesOverPagesWithoutLosingACharacter() throws IOException {
    byte[] pdf = report().paragraph(LONG.repeat(80)).finish();

    assertThat(pages(pdf)).isGreaterThan(1);
    String text = text(pdf).replaceAll("\\s", "").replaceAll("唐山市生态环境局2026年10月\\d/\\d", "");
    assertThat(text).contains(LONG.repeat(80));
  }

  @Test
  void aCharacterThatTheFontDoesNotHaveIsShownAsABox() throws IOException {
    assertThat(text(report().paragraph("甲\uE000乙\u0007丙").finish())).contains("甲□乙丙");
  }

  @Test
  void picturesArePrintedAndABrokenOneIsCrossedOut() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", png);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 3000, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
    byte[] pdf =
        report()
            .picture(png.toByteArray(), "图1 入口")
            .picture(jpeg.toByteArray(), "图2 出口")
            .picture(new byte[] {1, 2, 3}, "图3 缺失")
            .finish();

    assertThat(text(pdf)).contains("图1 入口", "图2 出口", "图3 缺失");
  }

  @Test
  void widthsThatDoNotFitTheHeadAreRefused() {
    assertThatThrownBy(() -> report().table(List.of("甲", "乙"), List.of(), 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 columns");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String text(byte[] pdf, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document);
    }
  }

  private static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }
}
