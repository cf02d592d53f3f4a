/// The drill: a cluster inside this process, to learn and to practise on. Its console speaks the
/// real protocols with it and cannot tell.
@NullMarked
package dev.sluice.drill;

import org.jspecify.annotations.NullMarked;
