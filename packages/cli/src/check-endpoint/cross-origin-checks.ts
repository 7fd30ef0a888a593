import { describeAnswer } from './describe-answer.js';
import type { Answer } from './exchange.js';
import type { Finding } from './finding.js';
import { headerList } from './header-list.js';
import type { Session } from './session.js';

/** Shorter, and nearly every answer costs a second request. In seconds. */
const SHORT_MAX_AGE = 600;

/** Checks the preflight, which pages of another origin need for the wire `json`. */
export async function checkPreflight(session: Session): Promise<Finding[]> {
  const { url, wire, origin } = session.options;
  const asked = session.askedHeaders();
  const check = {
    id: 'preflight',
    title: `Pages of ${origin} may post`,
    expected: `OPTIONS: 2xx, Access-Control-Allow-Origin: * or ${origin}, Access-Control-Allow-Headers: ${asked.join(', ')}`,
  };
  if (wire === 'simple') return [{ ...check, result: 'skip', came: 'The simple wire needs no preflight.' }];
  if (origin === url.origin) return [{ ...check, result: 'skip', came: 'Pages of the same origin need no preflight.' }];

  const answer = await session.preflight();
  const fault = (came: string, advice: string): Finding[] => [{ ...check, result: 'fail', came, advice }];
  if ('silence' in answer) return fault(answer.silence, 'Answer OPTIONS at this address, or use the wire "simple".');
  const { status, headers } = answer;
  if (status < 200 || status > 299) {
    return fault(
      describeAnswer(answer),
      'Answer OPTIONS with 204 and the headers above, before any login or redirect; or use the wire "simple". If your pages are of the same origin, say so with --origin.',
    );
  }
  if (!allowsOrigin(answer, origin)) {
    return fault(originOf(answer), `Send Access-Control-Allow-Origin: ${origin} (or *) with the answer to OPTIONS.`);
  }
  const allowed = headerList(headers, 'access-control-allow-headers');
  const missing = asked.filter((name) => !allowed.includes(name) && !allowed.includes('*'));
  if (missing.length > 0) {
    return fault(`Access-Control-Allow-Headers: ${allowed.join(', ') || 'none'}`, `Name ${missing.join(' and ')} too: the browser posts nothing otherwise.`);
  }
  return [{ ...check, result: 'pass', came: `${status}, allowed` }, maxAge(headers)];
}

/** Checks whether a page of another origin can read a reply, and how long it is to wait. */
export function checkReadable(session: Session, answer: Answer): Finding[] {
  const { url, origin } = session.options;
  const readable = { id: 'readable', title: 'Pages may read the reply', expected: `Access-Control-Allow-Origin: * or ${origin} with the reply to POST` };
  const retryAfter = { id: 'retry-after', title: 'Pages may read Retry-After', expected: 'Access-Control-Expose-Headers: Retry-After with the reply to POST' };
  if (origin === url.origin) {
    const same = { result: 'skip', came: 'Pages of the same origin may.' } as const;
    return [{ ...readable, ...same }, { ...retryAfter, ...same }];
  }
  const exposed = headerList(answer.headers, 'access-control-expose-headers');
  return [
    allowsOrigin(answer, origin)
      ? { ...readable, result: 'pass', came: originOf(answer) }
      : {
          ...readable,
          result: 'fail',
          came: originOf(answer),
          advice: 'Send the header with every reply, errors too: a page that cannot read the receipt keeps the answer and sends it again.',
        },
    exposed.includes('retry-after') || exposed.includes('*')
      ? { ...retryAfter, result: 'pass', came: exposed.join(', ') }
      : { ...retryAfter, result: 'warn', came: exposed.join(', ') || 'no such header', advice: 'Without it the client cannot see how long it should wait, and waits by its own rule: 1 s, doubled up to 300 s.' },
  ];
}

function maxAge(headers: Headers): Finding {
  const value = headers.get('access-control-max-age');
  const check = { id: 'preflight-max-age', title: 'The preflight is remembered', expected: 'Access-Control-Max-Age: 7200', came: value ?? 'no such header' };
  return Number(value) >= SHORT_MAX_AGE
    ? { ...check, result: 'pass' }
    : { ...check, result: 'warn', advice: 'Browsers forget the preflight after 5 s then, and an answer may cost two requests.' };
}

function allowsOrigin({ headers }: Answer, origin: string): boolean {
  return ['*', origin].includes(headers.get('access-control-allow-origin') ?? '');
}

function originOf({ headers }: Answer): string {
  return `Access-Control-Allow-Origin: ${headers.get('access-control-allow-origin') ?? 'none'}`;
}
