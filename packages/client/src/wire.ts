/** A revision as a wire gets it: its frozen record as JSON, and what makes its key. */
export interface Letter {
  id: string;
  revision: number;
  body: string;
}

/** What is posted. */
export interface Posted {
  /** Absolute address, where it is another than the client's endpoint. */
  url?: string;
  body: string;
  headers: Record<string, string>;
}

/**
 * How a revision is put into a request; `undefined` where the receiver has no use for it. Pure: the same revision gives
 * the same request at each attempt, since that is asked for anew.
 */
export type Wire = (letter: Letter) => Posted | undefined;
