package dev.sluice.drill.prometheus.promql;

/// What an expression gives, named as Prometheus names it in its messages.
enum Kind {
  SCALAR("scalar"),
  VECTOR("instant vector"),
  RANGE("range vector"),
  STRING("string");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
