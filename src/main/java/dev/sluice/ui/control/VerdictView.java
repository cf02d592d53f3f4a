package dev.sluice.ui.control;

/// A judgement with its reason.
///
/// @param words the judgement in a word or two
/// @param reason the evidence for it, in a sentence or two
public record VerdictView(Mark mark, String words, String reason) {}
