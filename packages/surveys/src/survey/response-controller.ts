import { uuidv7, VERSION, type Answer, type Answers, type Delivery, type DeliveryState, type ResponseRecord, type ResponseStatus } from '@askwell/core';
import type { ReactiveController } from 'lit';

import { againDue } from './again-due.js';
import { AskwellDraftEvent } from './askwell-draft-event.js';
import { AskwellResponseEvent } from './askwell-response-event.js';
import type { ResponseHost } from './response-host.js';
import type { SurveyDraft } from './survey-draft.js';

const DRAFT_MS = 500;
/** A receiver that answers within this time spares the respondent two notes in a row. */
const NOTE_MS = 600;

type Timer = ReturnType<typeof setTimeout>;

const newResponse = (): SurveyDraft => ({ id: '', revision: 0, status: 'shown', answers: {}, shownAt: '', at: 0 });

/** Leads one response from impression to thanks: what leaves the element and when, and what the device remembers. */
export class ResponseController implements ReactiveController {
  step: 'ask' | 'thanks' | 'away' = 'ask';
  /** What became of the submitted answer, once that is known and there is a claim to make. */
  declare delivery: DeliveryState | undefined;
  /** After how many milliseconds a chosen score leaves. */
  partialAfter = 1000;
  /** How many chunks are on their way that the description depends on: until they are here, a score stays a draft. */
  held = 0;

  readonly #host: ResponseHost;
  #response = newResponse();
  /** The score that left last, so that the same one does not leave twice. */
  #sentScore: Answer | undefined;
  #partialTimer: Timer | undefined;
  #draftTimer: Timer | undefined;

  constructor(host: ResponseHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether a visitor is in the middle of answering. */
  get begun(): boolean {
    return this.step === 'ask' && Object.keys(this.answers).length > 0;
  }

  /** The wording under which the score was given. */
  get wording(): string | undefined {
    return this.#response.wording;
  }

  get answers(): Answers {
    return this.#response.answers;
  }

  hostConnected(): void {
    addEventListener('visibilitychange', this.#onHide);
    addEventListener('pagehide', this.#onHide);
  }

  hostDisconnected(): void {
    removeEventListener('visibilitychange', this.#onHide);
    removeEventListener('pagehide', this.#onHide);
    // A move within the page disconnects and connects at once; only what stays away has to leave now.
    queueMicrotask(() => this.#host.isConnected || this.#leaveNow());
  }

  /** Starts anew, or goes on where this visitor stopped. */
  restore(): void {
    this.#stopTimers();
    this.delivery = undefined;
    const known = this.#recall();
    this.#response = known && !againDue(known, this.#host.again, Date.now()) ? { ...known } : newResponse();
    this.#sentScore = this.#response.left;
    this.step = this.#ended ? (this.#response.status === 'complete' ? 'thanks' : 'away') : 'ask';
    this.resume();
  }

  /** Sends a score that was kept, unless it is known to have left before the page ended. */
  resume(): void {
    if ('score' in this.answers) this.#sendSoon();
  }

  /** The survey has been seen: revision 0, unless an earlier page of this visit has announced it. */
  shown(): void {
    if (this.#response.id) return;
    // Another tab may have asked or been answered since.
    this.restore();
    this.#host.requestUpdate();
    if (this.#response.id) return;
    this.#begin();
    if (this.#host.impressions !== 'off') this.#announce({});
    this.#remember();
  }

  /** Takes answers. A score leaves soon; everything else stays on this device until Submit. */
  answer(answers: Answers): void {
    this.#begin();
    this.#setAnswers({ ...this.answers, ...answers });
    if ('score' in answers) {
      this.#response.wording = this.#host.description.wording;
      this.#remember();
      this.#sendSoon();
    } else {
      this.#draftTimer ??= setTimeout(() => this.#remember(), DRAFT_MS);
    }
    this.#host.requestUpdate();
  }

  /** Hands the answers over. Resolves to false where they could not be kept: they stay in the form then. */
  async submit(): Promise<boolean> {
    this.#begin();
    this.#advance('complete');
    const current = this.#current();
    const { delivery: promise } = this.#announce(this.answers);
    this.#go('thanks');
    const delivery = await promise?.catch(() => undefined);
    if (!current()) return true;
    if (delivery?.state === 'blocked') {
      this.#response.status = 'partial';
      this.#remember();
      this.#go('ask');
      return false;
    }
    if (delivery) this.#note(delivery, () => current() && this.step === 'thanks');
    return true;
  }

  /** The respondent puts the survey away. A score that may leave before Submit goes with it. */
  end(status: 'dismissed' | 'later'): void {
    if (this.step === 'ask' && !this.#ended) {
      const { score } = this.answers;
      this.#begin();
      this.#advance(status);
      this.#announce(score === undefined || this.#host.partial === 'off' ? {} : { score });
    }
    this.#remember();
    this.#go('away');
  }

  /** Opens the form again after the thanks. */
  change(): void {
    this.#go('ask');
  }

  /** Asks anew whatever was answered before: the respondent wishes to say more. */
  restart(): void {
    this.#stopTimers();
    this.#sentScore = undefined;
    this.#response = newResponse();
    this.#begin();
    this.#go('ask');
  }

  /** Takes answers back, as a form's reset does: also from the receiver, where the score has left already. */
  reset(answers: Answers = {}): void {
    this.#stopTimers();
    const { score } = this.answers;
    this.#setAnswers(answers);
    if (this.#response.status === 'partial' && score !== answers.score) this.#announcePartial('score' in answers ? { score: answers.score } : {});
    else this.#remember();
    if (this.step !== 'away') this.#go('ask');
  }

  /** Whether the respondent has ended it. */
  get #ended(): boolean {
    return !/shown|partial/.test(this.#response.status);
  }

  readonly #onHide = (event: Event): void => {
    if (event.type === 'pagehide' || document.hidden) this.#leaveNow();
  };

  #go(step: ResponseController['step']): void {
    this.step = step;
    this.delivery = undefined;
    this.#host.requestUpdate();
  }

  /** Gives the response its id, once. */
  #begin(): void {
    if (this.#response.id) return;
    this.#response.id = uuidv7();
    this.#response.shownAt = new Date().toISOString();
  }

  #stopTimers(): void {
    clearTimeout(this.#partialTimer);
    clearTimeout(this.#draftTimer);
    this.#partialTimer = this.#draftTimer = undefined;
  }

  /** After the end, a change leaves with the next Submit only: a partial one would take the comment back. */
  #sendSoon(): void {
    clearTimeout(this.#partialTimer);
    if (this.#host.partial !== 'off' && !this.#ended) {
      this.#partialTimer = setTimeout(() => this.#sendPartial(), this.partialAfter);
    }
  }

  #leaveNow(): void {
    if (this.#partialTimer) this.#sendPartial();
    if (this.#draftTimer) this.#remember();
  }

  #sendPartial(): void {
    const { score } = this.answers;
    clearTimeout(this.#partialTimer);
    this.#partialTimer = undefined;
    const { scale, wording } = this.#host.description;
    // A score that was restored waits for the question that it answers: the definition may still be on its way.
    if (score === this.#sentScore || this.held || !scale || (this.wording ?? wording) !== wording) return;
    this.#announcePartial({ score: score! });
  }

  /** A page that ends before the score is safe elsewhere leaves a draft that sends it again. */
  #announcePartial(answers: Answers): void {
    this.#advance('partial');
    const current = this.#current();
    const { delivery } = this.#announce(answers);
    void Promise.resolve(delivery).then(
      (known) => {
        if (!current() || /blocked|volatile/.test(`${known?.state}`)) return;
        this.#response.left = this.#sentScore;
        this.#remember();
      },
      () => undefined,
    );
  }

  /** Whether what leaves now is still the last that left. */
  #current(): () => boolean {
    const { id, revision } = this.#response;
    return () => id === this.#response.id && revision === this.#response.revision;
  }

  #setAnswers(answers: Answers): void {
    this.#response.answers = answers;
    this.#response.answeredAt = new Date().toISOString();
  }

  /** Counts the next revision and remembers it before it leaves: a number is never used for two bodies. */
  #advance(status: ResponseStatus): void {
    this.#stopTimers();
    this.#catchUp();
    this.#response.revision++;
    this.#response.status = status;
    this.#sentScore = this.answers.score;
    this.#response.left = undefined;
    this.#remember();
  }

  #announce(answers: Answers): AskwellResponseEvent {
    const { description, respondentId, traits, endpoint } = this.#host;
    const { id, revision, status, shownAt, answeredAt } = this.#response;
    const event = new AskwellResponseEvent(
      {
        v: 1,
        id,
        revision,
        page: location.origin + location.pathname,
        ...description,
        status,
        answers: { ...answers },
        shownAt,
        ...(revision && { answeredAt: (status === 'partial' && answeredAt) || new Date().toISOString() }),
        channel: 'in-app',
        ...(revision && respondentId && { respondent: { id: respondentId, ...(traits && { traits }) } }),
        client: `askwell/${VERSION}`,
      } as ResponseRecord,
      endpoint,
    );
    this.#dispatch(event);
    return event;
  }

  /** Another tab may have gone on with the same response, or ended it. */
  #catchUp(): void {
    const { id, revision = 0, status } = this.#recall() ?? {};
    if (id === this.#response.id && revision > this.#response.revision) Object.assign(this.#response, { revision, status, left: undefined });
  }

  /** What the device remembers of this visitor's response. */
  #recall(): SurveyDraft | undefined {
    const event = new AskwellDraftEvent(this.#host.survey, this.#host.respondentId);
    this.#dispatch(event);
    return event.restored;
  }

  /** Once the answers were handed over or put away, their text does not stay on the device, nor comes back to it. */
  #remember(): void {
    clearTimeout(this.#draftTimer);
    this.#draftTimer = undefined;
    this.#catchUp();
    const { survey, respondentId } = this.#host;
    const draft = { ...this.#response, at: Date.now(), ...(this.#ended && { answers: {} }) };
    if (draft.id) this.#dispatch(new AskwellDraftEvent(survey, respondentId, draft));
  }

  /** A preview tells nobody. An element that has left the page still has something to say: the document hears it then. */
  #dispatch(event: Event): void {
    const { preview, isConnected } = this.#host;
    if (!preview) (isConnected ? this.#host : document).dispatchEvent(event);
  }

  #note({ state, sent }: Delivery, current: () => boolean): void {
    const tell = (what: DeliveryState): void => {
      if (!current()) return;
      this.delivery = what;
      this.#host.requestUpdate();
    };
    void sent?.then(() => tell('sent'));
    setTimeout(() => this.delivery ?? tell(state), sent && NOTE_MS);
  }
}
