/**
 * What instructions to an agent are made of in one language: sources of patterns, without regard to case and accents.
 * The order of words is free; two parts meet when they stand in one sentence.
 */
export type Language = {
  readonly code: string;
  /** To ignore, to forget, not to heed. */
  readonly drop: string;
  /** Instructions, rules, what the agent was told. */
  readonly orders: string;
  /** Earlier, above, all, your: what makes them the agent's. */
  readonly yours: string;
  /** Without restrictions. */
  readonly unlimited: string;
  /** You are, from now on. */
  readonly you: string;
  /** To show, to print, to repeat. */
  readonly show: string;
  /** The system prompt. */
  readonly prompt: string;
  /** Do not tell the user. */
  readonly conceal: string;
  /** Without asking, without approval. */
  readonly unasked: string;
  /** To run, to do; a command. */
  readonly run: string;
  /** To send, to upload. */
  readonly send: string;
  /** Keys, passwords, the environment. */
  readonly secrets: string;
  /** A call to agents. */
  readonly agents: string;
  /** To remember for good. */
  readonly remember: string;
  /** Needs no approval. */
  readonly needless: string;
  /** Obey me alone. */
  readonly obey?: string;
  /** To delete, to skip. */
  readonly remove?: string;
  /** To say or claim that something is so. */
  readonly claim?: string;
  /** Tests. */
  readonly tests?: string;
  /** Green, passed, successful. */
  readonly green?: string;
};
