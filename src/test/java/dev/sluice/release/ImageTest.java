package dev.sluice.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTest {

  @ParameterizedTest(name = "{0} is version {1}")
  @CsvSource({
    "shop, latest, , ",
    "shop:v1.9.0, v1.9.0, v1.9.0, ",
    "registry.example:5000/shop, latest, , ",
    "registry.example:5000/shop:v2, v2, v2, ",
    "registry.example/a/b/shop:v2@sha256:0123456789abcdef, v2, v2, sha256:0123456789abcdef",
    "registry.example:5000/shop@sha256:0123456789abcdef, sha256:01234567, , sha256:0123456789abcdef",
    "shop@sha256:0123, sha256:0123, , sha256:0123",
    "shop@0123456789, 01234567, , 0123456789",
    "shop:, latest, , ",
    "shop@, latest, , ",
  })
  void aReferenceHasATagADigestAndAName(
      String reference, String version, String tag, String digest) {
    var image = new Image("main", reference);
    assertThat(image.version()).isEqualTo(version);
    assertThat(image.tag()).isEqualTo(Optional.ofNullable(tag));
    assertThat(image.digest()).isEqualTo(Optional.ofNullable(digest));
  }
}
