/* A page under a content security policy that answers its survey. */
import './complain.js';
import { parameter, tell } from './tell.js';

/** No policy allows it. */
const FORBIDDEN = 'https://elsewhere.invalid/forbidden.css';

const violations: string[] = [];
const noticed = Promise.withResolvers<void>();
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  if (blockedURI === FORBIDDEN) noticed.resolve();
  // The browser asks for /favicon.ico by itself.
  else if (!blockedURI.endsWith('favicon.ico')) violations.push(`${violatedDirective} ${blockedURI}`);
});

// A function, since WebKit tells nobody of a module that throws after an await.
async function answerSurvey(): Promise<void> {
  // Not before the listener, as what a module imports by name would be.
  const { answer, ask, untilSaid } = await import('./answer.js');
  const survey = await ask(parameter('survey'), 'policies');
  const border = getComputedStyle(survey.querySelector('[part=surface]')!).borderTopStyle;
  answer(survey, Number(parameter('option')), parameter('comment'));
  await untilSaid(survey, 'Sent.');
  tell({ heard: 'sent' });

  // Only where this violation is noticed, after all others, is it known that there were none.
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = FORBIDDEN;
  document.head.append(sheet);
  await noticed.promise;
  tell([['heard', 'noticed'], ['drained', '1'], ['border', border], ...violations.map((violation) => ['violation', violation])]);
}

void answerSurvey();
