import { isDeepStrictEqual } from 'node:util';

import type { Answers, ResponseRecord } from '@askwell/core';

import { within } from './browsers.ts';
import { Trial, type Reaction } from './trial.ts';

/** A trial whose page answers its surveys by itself, and tells how that went. */
export class Answering extends Trial {
  /** What the receiver keeps, in turn: impressions are no answers. */
  readonly answers: Answers[] = [];
  override react = (): Reaction => (this.#cut ? 'reset' : 'ok');
  /** Whether every request breaks, as the page wishes. */
  #cut = false;
  readonly #end = Promise.withResolvers<URLSearchParams>();

  override kept(body: string): void {
    const { revision, answers } = JSON.parse(body) as ResponseRecord;
    if (revision) this.answers.push(answers);
  }

  override told(what: URLSearchParams): void {
    if (what.has('network')) this.#cut = what.get('network') === 'cut';
    if (what.has('failed') || what.has('drained')) this.#end.resolve(what);
  }

  /** What the page tells in the end, once these answers are kept and no others. Throws where it came to no such end. */
  async ended(expected: readonly Answers[]): Promise<URLSearchParams> {
    const what = await within(20_000, 'the end', this.#end.promise);
    if (what.has('failed')) throw new Error(`The page failed: ${what.get('failed')}`);
    if (this.promised.size !== expected.length) throw new Error(`${this.promised.size} of ${expected.length} were promised`);
    if (!isDeepStrictEqual(this.answers, expected)) throw new Error(`The receiver keeps ${JSON.stringify(this.answers)}`);
    return what;
  }
}
