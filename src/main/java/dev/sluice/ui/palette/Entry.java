package dev.sluice.ui.palette;

/// Something that can be gone to or done.
///
/// @param title what it is called
/// @param detail where it is, or what it is
/// @param run goes there; never acts on a cluster
public record Entry(String title, String detail, Runnable run) {}
