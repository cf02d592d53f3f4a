package dev.sluice.metrics.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final Map<Placeholder, String> VALUES =
      Map.of(
          Placeholder.NAMESPACE, "shop",
          Placeholder.SERVICE, "check.out",
          Placeholder.STABLE, "5d8",
          Placeholder.WINDOW, "60s");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "rate(x{ns=\"{{namespace}}\"}[{{window}}]) | rate(x{ns=\"shop\"}[60s])",
        "x{s=\"{{ service }}\"} | x{s=\"check.out\"}",
        "x{s=~\"{{service}}-{{stable}}-.+\"} | x{s=~\"check\\\\.out-5d8-.+\"}",
        "x{s!~ '{{service}}'} | x{s!~ 'check\\\\.out'}",
        "x{a=~\"b\",s='{{service}}'} | x{a=~\"b\",s='check.out'}",
        "x{a=\"\\\"{{namespace}}\"} # {it's | x{a=\"\\\"shop\"} # {it's",
        "x{a=`~\"`} == {{window}} | x{a=`~\"`} == 60s",
      })
  void aPlaceIsFilledAsItsSurroundingsNeed(String template, String filled) {
    assertThat(parsed(template).fill(VALUES)).contains(filled);
  }

  @Test
  void aValueCannotLeaveItsString() {
    var values = Map.of(Placeholder.SERVICE, "a\"} or vector(1) #'\\\n");
    assertThat(parsed("x{s=\"{{service}}\"}").fill(values))
        .contains("x{s=\"a\\\"} or vector(1) #\\'\\\\\\n\"}");
    assertThat(parsed("x{s=~\"{{service}}\"}").fill(Map.of(Placeholder.SERVICE, "a|.*")))
        .contains("x{s=~\"a\\\\|\\\\.\\\\*\"}");
  }

  @Test
  void aPlaceWithoutAValueLeavesNoExpression() {
    assertThat(parsed("x{s=\"{{canary}}\"}").fill(VALUES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "x{s=\"{{canarry}}\"} | 6 | there is no placeholder {{canarry}}; did you mean {{canary}}?",
        "x{s=\"{{name-space}}\"} | 6 | did you mean {{namespace}}?",
        "x[{{windows}}] | 3 | did you mean {{window}}?",
        "x{s=\"{{xyzzy}}\"} | 6 | there is no placeholder {{xyzzy}}; there are {{stable}},"
            + " {{canary}}",
        "x[{{window] | 3 | has no end",
        "x{s=`{{service}}`} | 6 | use double quotes",
        "{{service}}_total | 1 | {{service}} must stand within quotes",
        "x{s=\"{{window}}\"} | 6 | must stand outside quotes",
        "x{s=\"a} | 8 | no closing quote",
      })
  void aMistakeIsShownWithItsColumn(String template, int column, String reason) {
    var failure = failure(Template.parse("p99, canary", template));
    assertThat(failure).isInstanceOf(Failure.BadInput.class);
    assertThat(Texts.of(failure.words()))
        .startsWith("p99, canary, line 1, column " + column + ":")
        .contains(reason);
  }

  @Test
  void aMistakeIsShownWithItsLine() {
    var failure = failure(Template.parse("q", "sum(\n  rate(x{a=\"{{stabel}}\"}[1m]))"));
    assertThat(Texts.of(failure.words()))
        .isEqualTo(
            "q, line 2, column 13: there is no placeholder {{stabel}}; did you mean {{stable}}?");
  }

  private static Template parsed(String template) {
    return Template.parse("q", template)
        .orElse(failure -> {
          throw new AssertionError(failure.toString());
        });
  }

  private static Failure failure(Result<?> result) {
    return ((Result.Failed<?>) result).failure();
  }
}
