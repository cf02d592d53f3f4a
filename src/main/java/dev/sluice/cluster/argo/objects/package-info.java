/// The objects an Argo rollout is made of, as slim records, and how each is read.
@NullMarked
package dev.sluice.cluster.argo.objects;

import org.jspecify.annotations.NullMarked;
