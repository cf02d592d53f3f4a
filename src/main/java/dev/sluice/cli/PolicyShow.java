package dev.sluice.cli;

import dev.sluice.policy.Origin;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Term;
import dev.sluice.policy.Terms;
import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// `sluice policy show`: what a release is held to, each value with where it comes from.
final class PolicyShow implements Verb {

  private final Desk desk;

  PolicyShow(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String name() {
    return "show";
  }

  @Override
  public void describe(CommandSpec spec) {
    Options.release(spec);
    Options.output(spec, Output.JSON, Output.YAML);
  }

  @Override
  public int run(Given given) {
    return desk.visit(given, (visit, ref) -> shown(given, visit, ref)).code();
  }

  private Exit shown(Given given, Visit visit, ReleaseRef ref) {
    var ruled = visit.sightings().await(state -> state.law(ref).isPresent(), visit.patience());
    if (ruled.isEmpty()) {
      desk.terminal().say(Texts.of("cli.conduct.lawless", ref));
      return Exit.TIMED_OUT;
    }
    var failure = ruled.flatMap(state -> state.law(ref)).flatMap(law -> law.failure());
    failure.ifPresent(why -> desk.terminal().say(Texts.of(why.words())));
    var policy = ruled.get().policy(ref);
    policy
        .broken()
        .forEach(draft ->
            draft
                .mistakes()
                .forEach(mistake -> desk.terminal().say(PolicyVerbs.sentence(draft, mistake))));
    give(given, policy);
    return failure.isPresent() || !policy.broken().isEmpty() ? Exit.FAILED : Exit.OK;
  }

  private void give(Given given, Policy policy) {
    if (given.output() == Output.TEXT) {
      var rows = Terms.all().stream().map(term -> line(policy, term)).toList();
      rows.forEach(row -> desk.terminal().give(row + "\n"));
    } else {
      var trees = new ArrayList<Object>();
      Terms.all().forEach(term -> trees.add(tree(policy, term)));
      desk.give(trees, given.output());
    }
  }

  private static String line(Policy policy, Term<?> term) {
    var value = policy.written(term).map(String::valueOf).orElse("–");
    return String.format("%-34s  %-40s  %s", term.path(), value, origin(policy.origin(term)))
        .stripTrailing();
  }

  private static Object tree(Policy policy, Term<?> term) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("term", term.path());
    tree.put("value", policy.written(term).orElse(null));
    tree.put("from", origin(policy.origin(term)));
    return tree;
  }

  private static String origin(Origin origin) {
    return switch (origin) {
      case Origin.BuiltIn _ -> Texts.of("policy.origin.builtin");
      case Origin.Namespace(var source, int line) ->
          Texts.of("policy.origin.namespace", source, line);
      case Origin.Service(var source, int line) -> Texts.of("policy.origin.service", source, line);
    };
  }
}
