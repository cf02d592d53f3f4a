package dev.sluice.policy.form;

import dev.sluice.text.Words;

/// Something in a text that cannot be used.
///
/// @param words what is wrong and what to do about it
public record Mistake(Place place, Words words) {}
