import { AskwellError, endpointFault, isHeaderAllowed } from '@askwell/core';

import { checkHostileText, checkMalformed, checkOversized } from './body-checks.js';
import { checkPreflight, checkReadable } from './cross-origin-checks.js';
import { describeAnswer } from './describe-answer.js';
import type { Finding } from './finding.js';
import { receipt } from './receipt.js';
import { checkConcurrent, checkRevisions } from './revision-checks.js';
import { checkOverall } from './overall-checks.js';
import { Session, type Posted, type Wire } from './session.js';
import { testRecord } from './test-record.js';

export interface CheckEndpointOptions {
  /** How the page's client is set up. Default: `json`. */
  wire?: Wire;
  /** Origin of the pages that will send. Default: `https://example.com`. */
  origin?: string;
  /** Sent with each post, as the client's own `headers`. */
  headers?: Record<string, string>;
  /** Milliseconds that one request with its reply may take. Default: 15 000, as the client. */
  timeout?: number;
}

export interface EndpointReport {
  url: string;
  wire: Wire;
  origin: string;
  /** Whether no check failed. */
  ok: boolean;
  checks: Finding[];
}

/**
 * Runs the receiver contract against a live endpoint, with about a dozen records that are plainly tests: survey
 * `askwell-check`, channel `other`, new ids. Never rejects for what the endpoint does.
 *
 * @throws AskwellError `invalid-options` when the address is no http or https address, or the client sends no such header
 */
export async function checkEndpoint(
  address: string,
  { wire = 'json', origin = 'https://example.com', headers = {}, timeout = 15_000 }: CheckEndpointOptions = {},
): Promise<EndpointReport> {
  const url = endpoint(address);
  for (const name of Object.keys(headers)) {
    if (!isHeaderAllowed(name)) throw new AskwellError('invalid-options', `The client sends no header "${name}": it refuses credentials, and what the browser or the delivery sets.`);
  }
  const checks = endpointFault(url.href, origin) ? [unsafe(url, origin)] : await findings(new Session({ url, wire, origin, headers, timeout }));
  return { url: url.href, wire, origin, ok: checks.every(({ result }) => result !== 'fail'), checks };
}

async function findings(session: Session): Promise<Finding[]> {
  const record = testRecord();
  const first = await session.post(record);
  const { answer } = first;
  const reached = { id: 'reachable', title: 'Reachable', expected: 'an answer of any kind' };
  if ('silence' in answer) {
    return [{ ...reached, result: 'fail', came: answer.silence, advice: 'Mend this first; nothing else was checked.' }];
  }
  const found: Finding[] = [
    { ...reached, result: 'pass', came: `an answer after ${answer.ms} ms` },
    ...(await checkPreflight(session)),
    ...checkReadable(session, answer),
    receipt({ id: 'first-revision', title: 'A new answer', expected: '2xx with {"ok":true,"id","revision"}, or empty' }, first),
    await checkKey(session, first),
  ];
  if (first.verdict === 'ack') {
    found.push(
      ...(await checkRevisions(session, record)),
      await checkConcurrent(session),
      await checkHostileText(session),
      await checkMalformed(session),
      await checkOversized(session),
    );
  } else {
    found.push({ id: 'more', title: 'Repeats, revisions, odd bodies', result: 'skip', expected: 'a new answer is taken first', came: 'not checked' });
  }
  return [...found, ...checkOverall(session)];
}

/** Some frameworks choke on a header in quotation marks; then the same without it is taken. */
async function checkKey(session: Session, first: Posted): Promise<Finding> {
  const check = { id: 'idempotency-key', title: 'Idempotency-Key in quotation marks', expected: 'taken: "<id>.<revision>" is a string of a structured field' };
  if (session.options.wire === 'simple') return { ...check, result: 'skip', came: 'The simple wire sends no such header.' };
  if (first.verdict === 'ack') return { ...check, result: 'pass', came: 'taken' };
  const { verdict } = await session.post(testRecord(), { withKey: false });
  if (verdict !== 'ack') return { ...check, result: 'skip', came: 'A new answer is not taken without the header either.' };
  return {
    ...check,
    result: 'fail',
    came: `refused with it, taken without: ${describeAnswer(first.answer)}`,
    advice: 'The quotation marks belong to the header (RFC 9651). Take them off before you compare, or take the id and revision of the body.',
  };
}

/** Of all that forbids an address, `endpoint` lets only the scheme through. */
function unsafe({ origin: came }: URL, origin: string): Finding {
  return {
    id: 'address',
    title: 'The client may send there',
    result: 'fail',
    expected: `https, or http on this machine or at ${origin}, the origin of the pages`,
    came,
    advice: 'Give the address with https. If your pages are of the same origin, say so with --origin. Nothing was sent.',
  };
}

function endpoint(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new AskwellError('invalid-options', `"${address}" is no http or https address, such as https://example.com/feedback.`);
  }
  if (url.username || url.password || url.hash) {
    throw new AskwellError('invalid-options', 'The client takes no address with a user name, a password or a fragment (#).');
  }
  return url;
}
