package org.qingmen.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.qingmen.cli.Verb;
import org.qingmen.engine.PackSigning;
import org.qingmen.engine.PackStatus.Signers;
import org.qingmen.engine.SignatureAlgorithm;
import org.qingmen.spi.pack.PackProblem;

/** {@code rules verify}: manifest and signatures of a pack against the keys of a folder. */
final class VerifyAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    Path pack = call.path();
    String trust = call.option("--trust", null);
    if (trust == null || !Files.isDirectory(Path.of(trust))) {
      throw new WrongCall("needs-trust");
    }
    List<PackProblem> problems = new ArrayList<>();
    Signers signers =
        PackSigning.verify(pack, Path.of(trust), accepted(call), LocalDate.now(), problems::add);
    if (!problems.isEmpty()) {
      texts.terminal().err().println(texts.say("bad", pack, problems.size()));
      texts.problems(problems);
      return Verb.WRONG;
    }
    texts.print("verified", pack, signers.author(), said(signers.approver()));
    return Verb.OK;
  }

  private static Set<SignatureAlgorithm> accepted(Call call) {
    String words = call.option("--algorithm", "ed25519");
    try {
      return SignatureAlgorithm.listed(words);
    } catch (IllegalArgumentException e) {
      throw new WrongCall("no-such-algorithm", words);
    }
  }

  private static String said(String approver) {
    return approver == null ? "-" : approver;
  }
}
