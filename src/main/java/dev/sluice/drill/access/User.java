package dev.sluice.drill.access;

import java.util.List;

/// Somebody who may come in.
///
/// @param token what proves it; never shown
public record User(String name, String token, List<String> groups, List<Rule> rules) {

  public User {
    groups = List.copyOf(groups);
    rules = List.copyOf(rules);
  }

  public boolean may(Attempt attempt) {
    return rules.stream().anyMatch(rule -> rule.allows(attempt));
  }

  @Override
  public String toString() {
    return name;
  }
}
