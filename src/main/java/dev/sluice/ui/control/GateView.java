package dev.sluice.ui.control;

/// One gate, or any other fact that stands for or against something.
///
/// @param evidence what it goes by, at the right
/// @param threshold what it is held to, may be empty
public record GateView(Mark mark, String name, String evidence, String threshold) {}
