package dev.sluice.ui.release;

import dev.sluice.release.Reference;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.VerdictView;
import dev.sluice.ui.verdict.JudgementView;
import java.util.List;

/// The cards beside the charts.
///
/// @param judgement what the judge says of it
/// @param conduct what comes next
/// @param policy what it is held to, as far as somebody has said so
/// @param gatesFor what the gates stand before: `Gates for 25 %`
/// @param gates none when nothing is on its way
/// @param wayBack how ready the way back is
/// @param pods what each revision's pods do
/// @param references pages to read on
public record SideView(
    JudgementView judgement,
    ConductView conduct,
    PolicyView policy,
    String gatesFor,
    List<GateView> gates,
    VerdictView wayBack,
    List<PodView> pods,
    List<Reference> references) {

  public SideView {
    gates = List.copyOf(gates);
    pods = List.copyOf(pods);
    references = List.copyOf(references);
  }
}
