package dev.sluice.release;

import java.time.Instant;

/// How a container ended last.
///
/// @param reason the kubelet's word, for example `OOMKilled`, `Error`, `CrashLoopBackOff`
public record Exit(String pod, String container, String reason, int code, Instant at) {}
