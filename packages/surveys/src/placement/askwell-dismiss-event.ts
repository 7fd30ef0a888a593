/** The respondent has put a prompt away. Does not bubble. */
export class AskwellDismissEvent extends Event {
  constructor(
    /** `dismissed` by Close or Escape, `later` by "Ask me later", `complete` after the thanks. */
    readonly reason: 'dismissed' | 'later' | 'complete',
  ) {
    super('askwell-dismiss');
  }
}

declare global {
  interface HTMLElementEventMap {
    'askwell-dismiss': AskwellDismissEvent;
    /** A prompt has opened. Does not bubble. */
    'askwell-open': Event;
  }
}
