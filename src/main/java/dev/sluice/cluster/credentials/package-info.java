/// Who asks: client certificates, tokens, and programs that give them, run only after approval.
@NullMarked
package dev.sluice.cluster.credentials;

import org.jspecify.annotations.NullMarked;
