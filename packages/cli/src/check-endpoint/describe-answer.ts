import type { Answer, Silence } from './exchange.js';

/** What came, in one line: status, type, where a redirect leads, and the start of the text. */
export function describeAnswer(answer: Answer | Silence): string {
  if ('silence' in answer) return answer.silence;
  const { status, headers, text } = answer;
  const location = headers.get('location');
  const type = headers.get('content-type')?.split(';', 1)[0];
  // A reply is a stranger's text: no control character of it may reach the terminal.
  const start = text.slice(0, 120).replace(/[\p{C}\s]+/gu, ' ').trim();
  return [`${status}`, location && `to ${location.replace(/\p{C}/gu, '')}`, type, start || 'empty'].filter(Boolean).join(' · ');
}
