package dev.sluice.judge.kayenta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MannWhitneyTest {

  record Reference(String name, List<Double> one, List<Double> other, double u, double p) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Reference> references() {
    return read().lines().filter(line -> !line.startsWith("#")).map(MannWhitneyTest::reference);
  }

  @ParameterizedTest
  @MethodSource("references")
  void agreesWithSciPy(Reference reference) {
    var test = MannWhitney.of(array(reference.one()), array(reference.other()));
    assertThat(test.u()).isEqualTo(reference.u());
    assertThat(test.p()).isCloseTo(reference.p(), within(1e-9));
    assertThat(test.p()).isCloseTo(reference.p(), within(1e-9 * reference.p()));
  }

  @Test
  void saysNothingOfNothing() {
    assertThat(MannWhitney.of(new double[0], new double[] {1}).p()).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.15865525393145705",
    "1.959963984540054, 0.025",
    "2.9999, 0.001350341282954925",
    "3.0001, 0.0013494549132607172",
    "6, 9.865876450376946e-10",
    "20, 2.7536241186062337e-89",
    "-1, 0.8413447460685429"
  })
  void theNormalTailIsRight(double z, double expected) {
    assertThat(Normal.above(z)).isCloseTo(expected, within(1e-9 * expected));
  }

  private static Reference reference(String line) {
    String[] parts = line.split(";", -1);
    return new Reference(
        parts[0],
        numbers(parts[1]),
        numbers(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]));
  }

  private static List<Double> numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String read() {
    try (var stream =
        MannWhitneyTest.class.getResourceAsStream("/dev/sluice/judge/mann-whitney.csv")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
