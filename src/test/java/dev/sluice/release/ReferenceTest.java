package dev.sluice.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

  @Test
  void aWebAddressIsAReference() {
    var found = Reference.of("runbook", " https://wiki.example/runbooks/checkout?v=2#rollback ");
    assertThat(found)
        .contains(
            new Reference(
                "runbook", URI.create("https://wiki.example/runbooks/checkout?v=2#rollback")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ssh://host.example",
        "wiki.example/runbook",
        "/runbooks/checkout",
        "https://",
        "https:wiki.example",
        "https://alice:secret@wiki.example/",
        "https://wiki.example/a b",
        "https://wiki.example/|calc.exe",
        ""
      })
  void nothingElseIsOne(String address) {
    assertThat(Reference.of("runbook", address)).isEmpty();
  }
}
