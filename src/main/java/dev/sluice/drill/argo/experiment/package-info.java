/// Experiments of the drill: pods of several versions beside the users', measured for a while.
@NullMarked
package dev.sluice.drill.argo.experiment;

import org.jspecify.annotations.NullMarked;
