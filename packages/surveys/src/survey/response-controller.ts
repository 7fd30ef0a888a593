import { VERSION, type Answers, type Delivery, type DeliveryState, type ResponseRecord, type ResponseStatus } from '@askwell/core';
import type { ReactiveController } from 'lit';

import { againDue } from './again-due.js';
import { AskwellDraftEvent } from './askwell-draft-event.js';
import { AskwellResponseEvent } from './askwell-response-event.js';
import { ResponseState } from './response-state.js';
import type { SurveyElement } from './survey-element.js';

const PARTIAL_MS = 1000;
const DRAFT_MS = 500;
/** A receiver that answers within this time spares the respondent two notes in a row. */
const NOTE_MS = 600;

/** Leads one response from impression to thanks: what leaves the element and when, and what the device remembers. */
export class ResponseController implements ReactiveController {
  step: 'ask' | 'thanks' | 'away' = 'ask';
  /** What became of the submitted answer, once that is known and there is a claim to make. */
  delivery: DeliveryState | undefined;

  readonly #host: SurveyElement;
  #state = new ResponseState();
  #partialTimer: ReturnType<typeof setTimeout> | undefined;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: SurveyElement) {
    this.#host = host;
    host.addController(this);
  }

  get answers(): Answers {
    return this.#state.answers;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onHide);
    addEventListener('pagehide', this.#onHide);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onHide);
    removeEventListener('pagehide', this.#onHide);
    // A move within the page disconnects and connects at once; only what stays away has to leave now.
    queueMicrotask(() => this.#host.isConnected || this.#leaveNow());
  }

  /** Starts anew, or goes on where this visitor stopped. */
  restore(): void {
    clearTimeout(this.#partialTimer);
    clearTimeout(this.#draftTimer);
    this.#partialTimer = this.#draftTimer = this.delivery = undefined;
    const ask = new AskwellDraftEvent(this.#host.survey, this.#host.respondentId);
    if (!this.#host.preview) this.#dispatch(ask);
    const draft = ask.restored;
    this.#state = new ResponseState(draft);
    this.step = 'ask';
    if (!draft || !this.#state.ended) return;
    if (againDue(draft, this.#host.again, Date.now())) this.#state = new ResponseState();
    else this.step = draft.status === 'complete' ? 'thanks' : 'away';
  }

  /** The survey has been seen: revision 0, unless an earlier page of this visit has announced it. */
  shown(): void {
    if (this.#state.id) return;
    this.#state.begin(Date.now());
    if (this.#host.impressions !== 'off') this.#announce({});
    this.#remember();
  }

  /** Takes answers. A score leaves soon; everything else stays on this device until Submit. */
  answer(answers: Answers): void {
    this.#state.begin(Date.now());
    this.#state.answers = { ...this.#state.answers, ...answers };
    if ('score' in answers) {
      this.#remember();
      clearTimeout(this.#partialTimer);
      this.#partialTimer =
        this.#host.partial === 'off' || this.#state.ended ? undefined : setTimeout(() => this.#sendPartial(), PARTIAL_MS);
    } else {
      this.#draftTimer ??= setTimeout(() => this.#remember(), DRAFT_MS);
    }
    this.#host.requestUpdate();
  }

  /** Hands the answers over. Resolves to false where they could not be kept: they stay in the form then. */
  async submit(): Promise<boolean> {
    const state = this.#state;
    state.begin(Date.now());
    this.#advance('complete');
    const { revision } = state;
    this.step = 'thanks';
    this.delivery = undefined;
    const promise = this.#announce(state.answers);
    this.#host.requestUpdate();
    const delivery = await promise?.catch(() => undefined);
    const current = (): boolean => state === this.#state && revision === state.revision && this.step === 'thanks';
    if (!current()) return true;
    if (delivery?.state === 'blocked') {
      this.step = 'ask';
      this.#host.requestUpdate();
      return false;
    }
    if (delivery) {
      this.#remember(false);
      await this.#note(delivery, current);
    }
    return true;
  }

  /** The respondent puts the survey away. A score that may leave before Submit goes with it. */
  end(status: 'dismissed' | 'later'): void {
    const { score } = this.#state.answers;
    if (this.step === 'ask' && !this.#state.ended) {
      this.#state.begin(Date.now());
      this.#advance(status);
      this.#announce(score === undefined || this.#host.partial === 'off' ? {} : { score });
      this.#remember(false);
    }
    this.step = 'away';
    this.#host.requestUpdate();
  }

  /** Opens the form again after the thanks. */
  change(): void {
    this.step = 'ask';
    this.delivery = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets the chosen answers, as a form's reset does. */
  reset(): void {
    clearTimeout(this.#partialTimer);
    this.#state.answers = {};
    this.#remember();
    this.step = 'ask';
    this.#host.requestUpdate();
  }

  readonly #onHide = (event: Event): void => {
    if (event.type === 'pagehide' || document.visibilityState === 'hidden') this.#leaveNow();
  };

  #leaveNow(): void {
    if (this.#partialTimer) this.#sendPartial();
    if (this.#draftTimer) this.#remember();
  }

  #sendPartial(): void {
    clearTimeout(this.#partialTimer);
    this.#partialTimer = undefined;
    const { score } = this.#state.answers;
    if (score === undefined || score === this.#state.sentScore) return;
    this.#advance('partial');
    this.#announce({ score });
  }

  /** Counts the next revision and remembers it before it leaves: a number is never used for two bodies. */
  #advance(status: ResponseStatus): void {
    clearTimeout(this.#partialTimer);
    this.#partialTimer = undefined;
    this.#state.advance(status);
    this.#remember();
  }

  #announce(answers: Answers): AskwellResponseEvent['delivery'] {
    const host = this.#host;
    if (host.preview) return undefined;
    const { id, revision, status, shownAt } = this.#state;
    const shown = revision === 0;
    const { respondentId, traits } = host;
    const record: ResponseRecord = {
      v: 1,
      id,
      revision,
      ...host.description,
      status,
      answers: { ...answers },
      shownAt,
      ...(!shown && { answeredAt: new Date().toISOString() }),
      channel: 'in-app',
      ...(!shown && (respondentId || traits) && { respondent: { ...(respondentId && { id: respondentId }), ...(traits && { traits }) } }),
      page: location.origin + location.pathname,
      client: `askwell/${VERSION}`,
    };
    const event = new AskwellResponseEvent(record, host.endpoint);
    this.#dispatch(event);
    return event.delivery;
  }

  #remember(keepAnswers = true): void {
    clearTimeout(this.#draftTimer);
    this.#draftTimer = undefined;
    const { preview, survey, respondentId } = this.#host;
    if (preview || !this.#state.id) return;
    this.#dispatch(new AskwellDraftEvent(survey, respondentId, this.#state.draft(Date.now(), keepAnswers)));
  }

  /** An element that has left the page still has something to say: the document hears it then. */
  #dispatch(event: Event): void {
    (this.#host.isConnected ? this.#host : document).dispatchEvent(event);
  }

  async #note(delivery: Delivery, current: () => boolean): Promise<void> {
    const tell = (state: DeliveryState): void => {
      if (!current()) return;
      this.delivery = state;
      this.#host.requestUpdate();
    };
    if (delivery.state === 'saved' && delivery.sent) {
      const sent = delivery.sent.then(() => tell('sent'));
      await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, NOTE_MS))]);
      if (!this.delivery) tell('saved');
    } else tell(delivery.state);
  }
}
