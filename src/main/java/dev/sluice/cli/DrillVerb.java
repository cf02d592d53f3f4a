package dev.sluice.cli;

import dev.sluice.state.Exercise;
import dev.sluice.text.Nearest;
import dev.sluice.text.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice drill`: the practice cluster.
final class DrillVerb implements Verb {
  private static final String SEED = "--seed";
  private static final String SPEED = "--speed";
  private static final String LIST = "--list";
  private static final double SLOWEST = 0.25;
  private static final double FASTEST = 20;

  /// Words of this length say nothing: a, and, the.
  private static final int SHORT = 3;

  private final DrillDoor door;
  private final Terminal terminal;

  DrillVerb(DrillDoor door, Terminal terminal) {
    this.door = door;
    this.terminal = terminal;
  }

  @Override
  public String name() {
    return "drill";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(Options.word("EXERCISE", false, keys()))
        .addOption(Options.text("NUMBER", SEED))
        .addOption(Options.text("FACTOR", SPEED))
        .addOption(Options.flag(LIST));
  }

  private List<String> keys() {
    return door.exercises().stream().map(Exercise::key).toList();
  }

  @Override
  public int run(Given given) {
    if (given.flag(LIST)) {
      terminal.give(list());
      return Exit.OK.code();
    }
    var exercise = given.word();
    var unknown = exercise.filter(key -> !keys().contains(key));
    if (unknown.isPresent()) {
      return wrong(unknown(unknown.get()));
    }
    OptionalLong seed;
    try {
      seed = number(given.text(SEED).map(Long::valueOf));
    } catch (NumberFormatException _) {
      return wrong(Texts.of("cli.usage.seed", given.text(SEED).orElseThrow()));
    }
    var speed = given.text(SPEED);
    var factor = speed.map(DrillVerb::factor).orElse(OptionalDouble.empty());
    if (speed.isPresent() && factor.isEmpty()) {
      return wrong(Texts.of("cli.usage.speed", speed.get(), SLOWEST, FASTEST));
    }
    return door.open(new DrillDoor.Wish(exercise, seed, factor));
  }

  /// Who does not know an exercise's key may know a word of its title.
  private String unknown(String word) {
    String all = String.join(", ", keys());
    return Nearest.to(word, keys())
        .or(() -> titled(word))
        .map(key -> Texts.of("app.drill.unknown.nearest", word, key, all))
        .orElseGet(() -> Texts.of("app.drill.unknown", word, all));
  }

  private Optional<String> titled(String word) {
    var keys = new LinkedHashMap<String, String>();
    door.exercises()
        .forEach(one ->
            Arrays.stream(Texts.of(one.title()).toLowerCase(Locale.ENGLISH).split(" "))
                .filter(part -> part.length() > SHORT)
                .forEach(part -> keys.putIfAbsent(part, one.key())));
    return Nearest.to(word, keys.keySet()).map(keys::get);
  }

  private static OptionalLong number(Optional<Long> number) {
    return number.map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /// Empty for what is no number, or none that the clock can go by.
  private static OptionalDouble factor(String text) {
    try {
      double factor = Double.parseDouble(text);
      return factor >= SLOWEST && factor <= FASTEST
          ? OptionalDouble.of(factor)
          : OptionalDouble.empty();
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  private int wrong(String words) {
    terminal.say(words);
    return Exit.USAGE.code();
  }

  private String list() {
    int width = keys().stream().mapToInt(String::length).max().orElse(0);
    return door.exercises().stream()
        .map(one -> one.key() + " ".repeat(width + 2 - one.key().length()) + line(one) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(Exercise one) {
    return Texts.of("drill.line", one.title(), Texts.of("drill.happens." + one.key()));
  }
}
