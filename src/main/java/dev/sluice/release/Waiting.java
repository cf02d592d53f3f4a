package dev.sluice.release;

/// A container that cannot run, and why.
///
/// @param reason the kubelet's word, for example `CrashLoopBackOff`, `ImagePullBackOff`
public record Waiting(String pod, String container, String reason) {}
