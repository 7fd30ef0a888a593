import { ADVICE } from './advice.js';
import { describeAnswer } from './describe-answer.js';
import type { Finding } from './finding.js';
import type { Posted, Session } from './session.js';

/** The client gives up on a request after this time. In ms. */
const LIMIT = 15_000;
const SLOW = 5_000;

/** What holds for every reply that came during the checks. */
export function checkOverall({ posts }: Session): Finding[] {
  return [checkRedirects(posts), checkPages(posts), checkSpeed(posts)];
}

function checkRedirects(posts: readonly Posted[]): Finding {
  const check = { id: 'no-redirect', title: 'No redirect', expected: 'no reply with 3xx' };
  const found = posts.find(({ verdict }) => verdict === 'redirect');
  return found ? { ...check, result: 'fail', came: describeAnswer(found.answer), advice: ADVICE.redirect } : { ...check, result: 'pass', came: 'none' };
}

function checkPages(posts: readonly Posted[]): Finding {
  const check = { id: 'no-page', title: 'No page instead of a receipt', expected: 'no 2xx with text/html' };
  const found = posts.find(({ answer }) => 'status' in answer && Math.floor(answer.status / 100) === 2 && answer.headers.get('content-type')?.includes('html'));
  if (!found) return { ...check, result: 'pass', came: 'none' };
  // With JSON inside, or empty over https, the client takes it all the same.
  const taken = found.verdict === 'ack';
  return {
    ...check,
    result: taken ? 'warn' : 'fail',
    came: describeAnswer(found.answer),
    advice: taken
      ? 'Send Content-Type: application/json: a service worker or a portal answers with pages.'
      : 'Something answers with a page: the fallback of an app, a login, an error page with status 200. Route POST at this address to the receiver.',
  };
}

function checkSpeed(posts: readonly Posted[]): Finding {
  const slowest = Math.max(...posts.map(({ answer }) => answer.ms));
  const silent = posts.some(({ answer }) => 'timedOut' in answer && answer.timedOut);
  const check = { id: 'speed', title: 'Quick enough', expected: 'each reply within 15 s', came: `the slowest took ${(slowest / 1000).toFixed(1)} s` };
  if (silent || slowest >= LIMIT) return { ...check, result: 'fail', advice: 'The client breaks off and sends again. Answer first, and work on the answer afterwards.' };
  return slowest >= SLOW ? { ...check, result: 'warn', advice: 'A page that is left may not hear the receipt. Answer first, and work on the answer afterwards.' } : { ...check, result: 'pass' };
}
