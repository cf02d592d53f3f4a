package dev.sluice.release;

/// Another object that holds the pod template in the release's stead (`spec.workloadRef`).
public record WorkloadRef(String apiVersion, String kind, String name) {}
