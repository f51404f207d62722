/** Words that speak of planning; one alone is no wish for it ("what did we launch?"), so it is offered, not begun. */
const WORDS = /(?<![\p{L}\p{N}_])(plan|planning|roadmap|strategy|launch|rollout|gtm)(?![\p{L}\p{N}_])/iu;
/** A wish for a plan of nothing yet. */
const BARE =
  /^(please )?((help me |let's |let us )?(make |write |draw up |i |we )?(need )?(a |the )?plan(ning)?)[.! ]*$/i;

/** `bare`: a plan is wanted, and of what has still to be asked. `mentioned`: it may be wanted. */
export function wantsPlan(text: string): "bare" | "mentioned" | "no" {
  const said = text.trim();
  if (BARE.test(said)) return "bare";
  return WORDS.test(said) || /help me plan|need a plan/i.test(said) ? "mentioned" : "no";
}
