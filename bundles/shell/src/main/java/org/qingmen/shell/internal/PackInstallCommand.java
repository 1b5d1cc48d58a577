package org.qingmen.shell.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackStatus;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

/** {@code qingmen:pack-install}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-install",
    description = "装入规则包文件，不启用 / Takes a rule pack in without putting it into service")
public final class PackInstallCommand extends PackChange {

  @Argument(index = 0, name = "file", description = "zip 或 jar 文件 / zip or jar", required = true)
  String file;

  @Override
  void run(Words words, PrintStream out) {
    PackStatus status = packs(words).install(read(words), false, PackAct.by(actor()));
    done("rule-pack.upload", status, words, out);
    for (PackProblem problem : status.problems()) {
      out.println("  ! " + PackInfoCommand.text(problem, words));
    }
    if (status.state() == PackState.REFUSED) {
      throw new CommandFailure(words.say("pack.bad", file));
    }
  }

  private byte[] read(Words words) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new CommandFailure(words.say("pack.no-file", file));
    }
  }
}
