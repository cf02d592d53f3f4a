package dev.sluice.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyVariablesTest {

  private static Optional<String> proxy(Map<String, String> environment, String server) {
    return new ProxyVariables(environment)
        .of(URI.create(server))
        .map(ProxyVariables.Named::address);
  }

  @Test
  void each_scheme_has_its_variable_in_capitals_or_not() {
    var environment = Map.of("HTTPS_PROXY", "http://a:1", "http_proxy", "b:2", "https_proxy", "no");
    assertThat(proxy(environment, "https://api.example")).contains("http://a:1");
    assertThat(proxy(environment, "http://api.example")).contains("http://b:2");
    assertThat(proxy(Map.of("HTTPS_PROXY", " "), "https://api.example")).isEmpty();
    assertThat(proxy(Map.of(), "https://api.example")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"localhost", "127.0.0.1", "127.9.9.9", "[::1]"})
  void this_machine_is_reached_straight(String host) {
    assertThat(proxy(Map.of("HTTPS_PROXY", "p:1"), "https://" + host + ":6443")).isEmpty();
  }

  @ParameterizedTest(name = "{0} excepts {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "*|https://api.example|true",
        "example.com|https://example.com|true",
        "example.com|https://api.EXAMPLE.com|true",
        "example.com|https://badexample.com|false",
        ".example.com|https://example.com|false",
        ".example.com|https://api.example.com|true",
        "*.example.com|https://api.example.com|true",
        "x.org, api.example:6443|https://api.example:6443|true",
        "api.example:6443|https://api.example|false",
        "10.0.0.0/8|https://10.200.3.4:6443|true",
        "10.0.0.0/8|https://11.0.0.1|false",
        "10.0.0.0/8|https://ten.example|false",
        "10.1.2.3|https://10.1.2.3|true",
        "fd00::/8|https://[fd12::1]|true",
        "fd00::/8|https://10.1.2.3|false",
        "10.0.0.0/x|https://10.1.2.3|false"
      })
  void exceptions_are_names_domains_addresses_and_ranges(
      String exceptions, String server, boolean excepted) {
    var environment = Map.of("HTTPS_PROXY", "p:1", "NO_PROXY", exceptions);
    assertThat(proxy(environment, server).isEmpty()).isEqualTo(excepted);
  }
}
