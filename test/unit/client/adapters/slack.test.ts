import { slack } from '@askwell/client/adapters/slack.js';
import type { ResponseRecord } from '@askwell/core';
import { describe, expect, it } from 'vitest';
import { anonymous, full, hostile, kinds, ofKind } from './records.js';

interface Text {
  type: string;
  text: string;
  verbatim: boolean;
}
interface Message {
  text: string;
  blocks: { type: string; text?: Text; elements?: Text[] }[];
}

const sent = (record: ResponseRecord): Message => JSON.parse(new URLSearchParams(slack()(record)!.body).get('payload')!) as Message;
const texts = ({ blocks }: Message): Text[] => blocks.flatMap(({ text, elements = [] }) => (text ? [text] : elements));
const read = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

// https://api.slack.com/incoming-webhooks and https://docs.slack.dev/messaging/formatting-message-text
describe('the adapter for Slack', () => {
  it('posts the documented message as the form field payload, which needs no preflight', () => {
    const request = slack()(full())!;
    expect(request.contentType).toBe('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(request.body).keys()]).toEqual(['payload']);
    expect(sent(full())).toEqual({
      text: 'NPS 9 (0–10) · q4',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: '*NPS 9 (0–10) · q4*', verbatim: true } },
        { type: 'section', text: { type: 'mrkdwn', text: '*comment*\nFast.', verbatim: true } },
        { type: 'section', text: { type: 'mrkdwn', text: '*contact*\na@example.com', verbatim: true } },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'in-app · en · https://shop.example/cart · u1', verbatim: true }] },
      ],
    });
  });

  it('says less of an anonymous answer', () => {
    expect(sent(anonymous()).blocks).toEqual([
      { type: 'section', text: { type: 'mrkdwn', text: '*NPS 9 (0–10) · q4*', verbatim: true } },
      { type: 'context', elements: [{ type: 'mrkdwn', text: 'in-app · en', verbatim: true }] },
    ]);
  });

  it.each<[Partial<ResponseRecord>, string | undefined]>([
    [{ status: 'shown', revision: 0, answers: {} }, undefined],
    [{ status: 'partial' }, undefined],
    [{ status: 'complete' }, 'in-app · en'],
    [{ status: 'dismissed' }, 'dismissed · in-app · en'],
    [{ status: 'later' }, 'later · in-app · en'],
    [{ status: 'dismissed', answers: {} }, undefined],
    [{ status: 'later', answers: {} }, undefined],
  ])('writes once, when the respondent is done: %j, %s', (changes, about) => {
    const record = anonymous(changes);
    expect(slack()(record) && sent(record).blocks.at(-1)!.elements![0]!.text).toBe(about);
  });

  it.each(kinds.map((changes, index) => [changes, [
    'NPS 0 (0–10) · q4', 'CSAT 4 (1–5) · help', 'CES 7 (1–7) · checkout', 'Feedback · tab', 'Form · audit',
  ][index]] as const))('names the survey and the score: %j', (changes, title) => {
    const message = sent(ofKind(changes));
    expect(message.text).toBe(title);
    const { score: _score, ...others } = changes.answers!;
    const shown = texts(message).slice(1, -1).map(({ text }) => text);
    expect(shown).toEqual(Object.entries(others).map(([step, answer]) => `*${step}*\n${[answer].flat().join(', ')}`));
  });

  it.each(hostile)('mentions nobody and links nowhere for %j', (text) => {
    const message = sent(full({ answers: { [text]: 1, comment: text }, survey: text, page: text, respondent: { id: text } }));
    for (const each of [message.text, ...texts(message).map((block) => block.text)]) {
      expect(each).not.toMatch(/[<>]/);
      expect(each).not.toMatch(/&(?!(amp|lt|gt);)/);
    }
    expect(texts(message).every(({ type, verbatim }) => type === 'mrkdwn' && verbatim)).toBe(true);
    expect(read(texts(message)[2]!.text)).toBe(`*comment*\n${text}`);
  });

  it('keeps what a respondent wrote out of the text beside the blocks, where @channel would be read', () => {
    expect(sent(full({ answers: { score: '@channel', comment: '@channel' } })).text).toBe('NPS · q4');
    expect(JSON.stringify(sent(full({ answers: { score: '@channel' } })).blocks)).toContain('@channel');
  });

  it('spreads a long text over sections of at most 3,000 characters and loses nothing of it', () => {
    const long = '<👩>&'.repeat(2000);
    const message = sent(full({ answers: { comment: long } }));
    const pieces = texts(message).slice(1, -1).map(({ text }) => text);
    expect(pieces.length).toBeGreaterThan(9);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(3000);
      expect(piece.isWellFormed()).toBe(true);
    }
    expect(pieces.map(read).join('')).toBe(`*comment*\n${long}`);
  });

  it('has at most 50 blocks and says how many more there would be', () => {
    const answers = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`step-${index}`, index]));
    const { blocks } = sent(full({ kind: 'form', answers }));
    expect(blocks).toHaveLength(50);
    expect(blocks.at(-1)!.elements![0]!.text).toMatch(/^12 more · /);
  });

  it('shortens a long name or address', () => {
    const message = sent(full({ survey: 'é'.repeat(300), page: `https://shop.example/${'&'.repeat(5000)}`, answers: { ['<'.repeat(200)]: 'x' } }));
    expect(message.text).toBe(`NPS · ${'é'.repeat(200)}…`);
    for (const { text } of texts(message)) expect(text.length).toBeLessThanOrEqual(3000);
  });
});
