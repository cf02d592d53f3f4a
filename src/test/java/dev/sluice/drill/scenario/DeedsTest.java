package dev.sluice.drill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.drill.api.Audit;
import dev.sluice.drill.debrief.Deed;
import dev.sluice.drill.debrief.Deed.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedsTest {
  private static Audit.Deed write(String resource, String name, String body, int code) {
    return new Audit.Deed(
        Instant.EPOCH, "alice", "patch", resource, "shop", name, body.replace('\'', '"'), code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'status':{'abort':true}} | ABORT",
        "{'status':{'abort':false}} | RETRY",
        "{'status':{'promoteFull':true}} | PROMOTE_FULLY",
        "{'status':{'pauseConditions':null}} | PROMOTE",
        "{'spec':{'paused':true}} | PAUSE",
        "{'spec':{'paused':false}} | RESUME",
        "[{'op':'test','path':'/status/abort','value':true},{'op':'replace','path':'/status/currentStepIndex','value':3}]"
            + " | PROMOTE",
        "[{'op':'add','path':'/status/abort','value':true}] | ABORT",
        "[{'op':'replace','path':'/spec/template','value':{}}] | UNDO",
        "{'metadata':{}} | OTHER",
        "no JSON | OTHER",
      })
  void aWriteTellsWhatItWasFor(String body, Kind kind) {
    assertThat(Deeds.of(write("rollouts/status", "checkout", body, 200), Subject.CHECKOUT))
        .contains(new Deed(Instant.EPOCH, kind, true));
  }

  @Test
  void whatWasRefusedIsNotAccepted() {
    assertThat(
            Deeds.of(
                    write("rollouts/status", "checkout", "{'status':{'abort':true}}", 422),
                    Subject.CHECKOUT)
                .orElseThrow()
                .accepted())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"events, checkout", "rollouts, cart"})
  void whatIsAboutSomethingElseIsNoDeed(String resource, String name) {
    assertThat(Deeds.of(write(resource, name, "{}", 201), Subject.CHECKOUT)).isEmpty();
  }
}
