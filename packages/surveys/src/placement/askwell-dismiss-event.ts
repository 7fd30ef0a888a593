/** The respondent has put a prompt away. Does not bubble. */
export class AskwellDismissEvent extends Event {
  /** `dismissed` by Close or Escape, `later` by "Ask me later", `complete` after the thanks. */
  declare readonly reason: 'dismissed' | 'later' | 'complete';

  constructor(reason: AskwellDismissEvent['reason']) {
    super('askwell-dismiss');
    this.reason = reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'askwell-dismiss': AskwellDismissEvent;
    /** A prompt has opened. Does not bubble. */
    'askwell-open': Event;
    /** Half of the survey was in view for a second. Does not bubble. */
    'askwell-seen': Event;
  }
}
