package dev.sluice.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Runs one benchmark by its name: `mvn verify -Pbench -Dbench=NAME -Dbench.args="KEY=VALUE …"`.
/// Without a name it lists them.
public final class Bench {

  /// What is measured, in words and figures on standard output.
  @FunctionalInterface
  public interface Benchmark {
    void run(Options options) throws Exception;
  }

  private static final Map<String, Benchmark> ALL = new TreeMap<>();

  static {
    ALL.put("back-by-analysis", BackByAnalysis::run);
    ALL.put("board", FirstBoard::run);
    ALL.put("changes", Changes::run);
    ALL.put("charts", ChartRefresh::run);
    ALL.put("decode", Decoding::run);
    ALL.put("gestures", Gestures::run);
    ALL.put("idle", Idle::run);
    ALL.put("judge-nulls", JudgeNulls::run);
    ALL.put("judge-plan", JudgePlan::run);
    ALL.put("judge-power", JudgePower::run);
    ALL.put("judge-speed", JudgeSpeed::run);
    ALL.put("mailbox", MailboxFlood::run);
    ALL.put("races", Races::run);
    ALL.put("real-board", RealBoard::run);
    ALL.put("shown", Shown::run);
    ALL.put("soak", Soak::run);
    ALL.put("start", Starting::run);
    ALL.put("ways-back", WaysBack::run);
  }

  private Bench() {}

  public static void main(String[] args) throws Exception {
    var named = Arrays.stream(args).filter(arg -> !arg.isBlank()).toList();
    if (named.isEmpty()) {
      System.out.println("Benchmarks: " + String.join(", ", ALL.keySet()));
      return;
    }
    var benchmark = ALL.get(named.getFirst());
    if (benchmark == null) {
      System.err.println("No benchmark " + named.getFirst() + ". There are: " + ALL.keySet());
      System.exit(2);
      return;
    }
    benchmark.run(Options.of(named.subList(1, named.size())));
    System.exit(0);
  }
}
