package dev.sluice.cluster.policy;

import dev.sluice.fuzz.Fuzz;
import dev.sluice.policy.Draft;
import dev.sluice.release.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyFuzzTest {

  @Test
  void aSpoiltPolicyIsToldWithItsPlace() {
    Fuzz.on(
        Fuzz.corpus("policy"),
        text -> {
          var written = new String(text, StandardCharsets.UTF_8);
          return new YamlPolicies()
              .file("sluice.yaml", written).stream()
                  .flatMap(draft -> told(draft).stream())
                  .toList();
        });
  }

  private static List<Failure> told(Draft draft) {
    return draft.mistakes().stream()
        .<Failure>map(mistake ->
            new Failure.BadInput(
                draft.source(), mistake.place().line(), mistake.place().column(), mistake.words()))
        .toList();
  }
}
