package org.qingmen.engine.internal.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Problems;

@DisplayName("The model of the rules")
class ModelAgreesTest {

  static List<Path> shipped() {
    return Packs.shipped();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("says in every case of every shipped pack what the compiled rules say")
  void agrees(Path folder) {
    CompiledPack pack = Packs.compiled(folder);
    Interpreter model = new Interpreter(PackModel.of(pack).rules(), Watcher.NONE);

    Problems compiled = new Problems();
    CaseRunner.run(pack, compiled);
    Problems modelled = new Problems();
    CaseRunner.run(pack.runBy(model, pack.parameters().all()), modelled);

    assertThat(modelled.all()).isEqualTo(compiled.all());
    pack.close();
  }
}
