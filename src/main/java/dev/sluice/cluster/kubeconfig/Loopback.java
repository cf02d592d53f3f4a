package dev.sluice.cluster.kubeconfig;

import java.util.regex.Pattern;

/// Whether a host is this machine, by its spelling alone: a name would have to be looked up, and
/// the answer believed.
final class Loopback {
  private static final Pattern ADDRESS =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private Loopback() {}

  static boolean is(String host) {
    return ADDRESS.matcher(host).matches();
  }
}
