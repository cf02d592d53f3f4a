package dev.sluice.policy;

import dev.sluice.policy.form.Forms;
import dev.sluice.policy.form.Many;
import dev.sluice.policy.form.Parts;
import dev.sluice.policy.form.Parts.Part;
import java.util.List;
import java.util.Optional;

/// Where a service's charts are.
public record Dashboard(String name, String url) {

  static final Many<Dashboard> FORM =
      Many.of(
          new Parts<>(
              List.of(
                  new Part<>("name", Forms.LINE, true, d -> Optional.of(d.name)),
                  new Part<>("url", Forms.LINK, true, d -> Optional.of(d.url))),
              taken ->
                  new Dashboard(taken.get("name", String.class), taken.get("url", String.class)),
              _ -> Optional.empty()),
          20);
}
