import type { ChatRef } from "../../incoming.ts";
import { closeQuestion, closeRepositoryQuestion, type AskDependencies } from "../interview/ask-question.ts";
import { openBefore, type Open } from "../interview/conversation.ts";
import { closeBrief } from "../interview/view-brief.ts";
import { showTranscript } from "../files/voice.ts";

/** What was open is over: its message says how, and has no buttons any more. What it came into the middle of is over with it. */
export async function closeOpen(deps: AskDependencies, chat: ChatRef, open: Open, said: string): Promise<void> {
  switch (open.kind) {
    case "brief":
      return closeBrief(deps, chat, open.brief, said);
    case "interview":
      return closeQuestion(deps, chat, open.interview, { number: open.interview.answers.length, said });
    case "choosing-repository":
      return closeRepositoryQuestion(deps, chat, open.inboxId, said);
    case "transcript": {
      await showTranscript(deps, chat, open, said);
      const before = openBefore(open);
      return before === null ? undefined : closeOpen(deps, chat, before, said);
    }
    // These stand under a message of their own, whose buttons stay good: the plan, the approval.
    case "editing":
    case "denying":
    case "answering":
  }
}
