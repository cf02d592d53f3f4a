package dev.sluice.policy.form;

/// Where something stands in a text, both from 1.
public record Place(int line, int column) {}
