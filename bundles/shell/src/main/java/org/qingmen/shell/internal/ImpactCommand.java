package org.qingmen.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.impact.Impacts;
import org.qingmen.impact.Impacts.Job;

/** {@code qingmen:impact}: begins a job and follows it; or shows, lists or cancels jobs. */
@Service
@Command(
    scope = "qingmen",
    name = "impact",
    description = "规则包版本对已存记录的影响 / Whom a version would hit over a stored period")
public final class ImpactCommand extends CandidateCommand {

  private static final long LOOK_EVERY_MILLIS = 500;

  @Reference(optional = true)
  Impacts impacts;

  @Option(name = "--from", description = "起始日 / first day, yyyy-MM-dd")
  String from;

  @Option(name = "--to", description = "截止日，缺省为起始日 / last day, that of --from when left out")
  String to;

  @Option(name = "--division", description = "行政区划前缀 / leading digits of the division")
  String division = "";

  @Option(name = "--job", description = "显示这个任务 / shows this job")
  String job;

  @Option(name = "--cancel", description = "取消这个任务 / cancels this job")
  String cancel;

  @Option(name = "--no-wait", description = "不等待结果 / does not wait for the result")
  boolean noWait;

  @Override
  void run(Words words, PrintStream out) {
    Impacts service = need(impacts, Impacts.class, words);
    if (cancel != null) {
      own(service, cancel, words);
      print(service.cancel(cancel, actor()), words, out);
      note("rule-pack.impact-cancel", cancel);
    } else if (job != null) {
      print(own(service, job, words), words, out);
    } else if (from == null) {
      service.list(id, version).forEach(one -> out.println(line(read(one.json()), words)));
    } else {
      start(service, words, out);
    }
  }

  private void start(Impacts service, Words words, PrintStream out) {
    LocalDate first = day(from, words);
    LocalDate last = to == null ? first : day(to, words);
    Job begun =
        service.start(
            new Impacts.Request(usable(id, version, words), first, last, division), actor());
    note("rule-pack.impact", begun.id());
    if (noWait) {
      out.println(line(read(begun.json()), words));
      return;
    }
    print(follow(service, begun, words, out), words, out);
  }

  private Job follow(Impacts service, Job begun, Words words, PrintStream out) {
    Job now = own(service, begun.id(), words);
    while (!read(now.json()).has("ended")) {
      out.println(line(read(now.json()), words));
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return now;
      }
      now = own(service, begun.id(), words);
    }
    return now;
  }

  private Job own(Impacts service, String wanted, Words words) {
    return service
        .find(wanted)
        .filter(one -> one.pack().equals(id) && one.version().equals(version))
        .orElseThrow(() -> new CommandFailure(words.say("impact.unknown", wanted)));
  }

  private void note(String action, String what) {
    audit.append(actor(), action, id + "/" + version, "{\"job\":\"" + what + "\"}");
  }

  private static void print(Job job, Words words, PrintStream out) {
    JsonNode json = read(job.json());
    out.println(line(json, words));
    if (json.hasNonNull("trouble")) {
      out.println("  ! " + json.path("trouble").asText());
    }
    if (json.path("result").isObject()) {
      printResult(json.path("result"), words, out);
      JsonNode checked = json.at("/result/checked");
      out.println(
          words.say(
              "impact.checked",
              checked.path("records").asLong(),
              checked.path("different").asLong()));
    }
    if (json.path("approvalNeeded").asBoolean()) {
      out.println(words.say("impact.approval"));
    }
  }

  private static String line(JsonNode job, Words words) {
    double share = 100 * job.at("/progress/share").asDouble();
    return words.say(
        "impact.line",
        job.path("id").asText(),
        words.say("impact.state." + job.path("state").asText()),
        job.path("from").asText(),
        job.path("to").asText(),
        String.format("%.1f", share));
  }

  private static LocalDate day(String text, Words words) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new CommandFailure(words.say("pack.no-day", text));
    }
  }
}
