import type { Answer, ResponseRecord } from '@askwell/core';
import type { Adapter } from './adapter.js';
import { escapedPieces } from './escaped-pieces.js';
import { isSettled } from './is-settled.js';

/** Of the text of a section, in characters, and of the blocks of a message. */
const LONGEST_TEXT = 3000;
const MOST_BLOCKS = 50;
/** Of a name or a note, so that what is written around it has its place too. */
const SHORT = 200;

const NAMES = { nps: 'NPS', csat: 'CSAT', ces: 'CES', feedback: 'Feedback', form: 'Form' };

/**
 * Records as messages to an incoming webhook of Slack. One message for each revision with which the respondent is
 * done; Slack shows a repeated one twice. Nothing in an answer mentions anybody or becomes a link.
 *
 * Who has the webhook's address can write into the channel: do not put it into a public page, let the endpoint be an
 * address of one's own server that hands the request on. Slack's receipt is `ok` as `text/html`, which the client
 * takes with `ack: 'status'`. It is sent as the form field `payload`, since Slack answers no preflight for JSON.
 *
 * @see https://api.slack.com/incoming-webhooks
 * @see https://docs.slack.dev/reference/block-kit/blocks/section-block
 */
export function slack(): Adapter {
  return (record) => {
    if (!isSettled(record)) return undefined;
    const title = titleOf(record);
    const others = Object.entries(record.answers).filter(([step, answer]) => step !== 'score' || typeof answer !== 'number');
    const answers = others.flatMap(([step, answer]) => sections(step, answer));
    // One place is the title's, one that of the circumstances.
    const shown = answers.slice(0, MOST_BLOCKS - 2);
    const left = answers.length - shown.length;
    const { channel, locale, page, respondent, status } = record;
    const about = [
      ...(left ? [`${left} more`] : []),
      ...(status === 'complete' ? [] : [status]),
      ...[channel, locale, page, respondent?.id].filter((each) => each !== undefined),
    ];
    const payload = {
      // Of the survey only: unlike a block, it has no `verbatim` that keeps words like @channel from being read.
      text: title,
      blocks: [
        { type: 'section', text: markdown(`*${title}*`) },
        ...shown,
        { type: 'context', elements: [markdown(about.map(short).join(' · '))] },
      ],
    };
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return { body, contentType: 'application/x-www-form-urlencoded' };
  };
}

function titleOf({ kind, survey, scale, answers: { score } }: ResponseRecord): string {
  const range = scale ? ` (${scale.join('–')})` : '';
  const given = typeof score === 'number' ? ` ${score}${range}` : '';
  return `${NAMES[kind]}${given} · ${short(survey)}`;
}

function sections(step: string, answer: Answer): { type: 'section'; text: ReturnType<typeof markdown> }[] {
  const head = `*${short(step)}*\n`;
  const text = typeof answer === 'object' ? answer.join(', ') : String(answer);
  const pieces = escapedPieces(text, LONGEST_TEXT - head.length);
  return pieces.map((piece, index) => ({ type: 'section', text: markdown((index ? '' : head) + piece) }));
}

function short(text: string): string {
  const [first = '', second] = escapedPieces(text, SHORT);
  return second === undefined ? first : `${first}…`;
}

/** `verbatim`: addresses, names of channels and of people in it stay plain text. */
function markdown(text: string): { type: 'mrkdwn'; text: string; verbatim: true } {
  return { type: 'mrkdwn', text, verbatim: true };
}
