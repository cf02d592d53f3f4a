package dev.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InvocationTest {

  @Test
  void aPackageIsCalledByItsOwnPathSinceItNeedNotStandOnPath() {
    var packed = Invocation.of(Map.of("jpackage.app-path", "/opt/sluice/bin/Sluice"));
    assertThat(packed.with("approve", "prod")).isEqualTo("/opt/sluice/bin/Sluice approve prod");
  }

  @Test
  void underMavenItIsCalledByMaven() {
    assertThat(Invocation.of(Map.of("sluice.started", "maven")).with("approve", "prod"))
        .isEqualTo("mvn -q compile exec:exec -Dsluice.args=\"approve prod\"");
  }

  @Test
  void whateverElseStartedItIsTakenForInstalled() {
    assertThat(Invocation.of(Map.of()).with("list")).isEqualTo("sluice list");
  }

  @Test
  void whatAShellWouldTakeApartIsQuoted() {
    assertThat(Invocation.INSTALLED.with("approve", "my cluster; ls"))
        .isEqualTo("sluice approve 'my cluster; ls'");
    assertThat(Invocation.INSTALLED.with("it's")).isEqualTo("sluice 'it'\\''s'");
  }
}
