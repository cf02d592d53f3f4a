/// How values are written in a policy, how they are read, and how they are said again.
@NullMarked
package dev.sluice.policy.form;

import org.jspecify.annotations.NullMarked;
