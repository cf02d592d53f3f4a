package dev.sluice.reports;

import dev.sluice.fuzz.Fuzz;
import dev.sluice.policy.form.Mistakes;
import dev.sluice.policy.kayenta.KayentaReading;
import dev.sluice.release.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class KayentaFuzzTest {

  @Test
  void aSpoiltConfigOrListOfPairsIsToldWithItsPlace() {
    Fuzz.on(Fuzz.corpus("kayenta"), KayentaFuzzTest::read);
  }

  private static Collection<Failure> read(byte[] text) {
    var mistakes = new Mistakes();
    new JsonSyntax()
        .read(new String(text, StandardCharsets.UTF_8), mistakes)
        .ifPresent(written -> {
          var reading = new KayentaReading(mistakes);
          var _ = reading.config(written);
          var _ = reading.pairs(written);
        });
    return mistakes.all().stream()
        .<Failure>map(mistake ->
            new Failure.BadInput(
                "kayenta.json", mistake.place().line(), mistake.place().column(), mistake.words()))
        .toList();
  }
}
