package dev.sluice.state;

import dev.sluice.text.Words;

/// Something that can be practised.
///
/// @param key as the command line names it
/// @param briefing what a person should know before
public record Exercise(String key, Words title, Words briefing) {}
