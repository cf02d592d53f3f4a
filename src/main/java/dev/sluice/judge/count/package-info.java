/// What the pods' counters counted, cut at moments that both revisions share.
@NullMarked
package dev.sluice.judge.count;

import org.jspecify.annotations.NullMarked;
