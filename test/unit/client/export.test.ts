import type { DeadLetter } from '@askwell/client';
import { deadLettersAsCsv, deadLettersAsJson } from '@askwell/client/export.js';
import { recordBody, type ResponseRecord } from '@askwell/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../record.js';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const at = Date.UTC(2026, 10, 23, 10, 0, 12);

function letter(changes: Partial<ResponseRecord> = {}, more: Partial<DeadLetter> = {}): DeadLetter {
  const kept = record({ id, ...changes });
  const body = recordBody(kept);
  const { revision } = kept;
  const item = { id, revision, body, bytes: body.length, at, n: 1, next: 0, att: '', ep: 'https://receiver.example/answers' };
  return { ...item, status: 422, reason: 'reject', deadAt: at + 1000, ...more };
}

/** Reads RFC 4180: fields between commas, quoted ones with doubled quotes, rows that end in CRLF. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  for (let match = field.exec(csv); match; match = field.exec(csv)) {
    const [, raw = '', end] = match;
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop(), 'the last row ends too').toEqual([]);
  return rows;
}

const commented = (comment: unknown): DeadLetter => letter({ answers: { comment: comment as string } });
const cellOf = (comment: unknown): string => parsed(deadLettersAsCsv([commented(comment)]))[1]!.at(-1)!;

describe('dead letters as JSON', () => {
  it('hold the record, with why, when and where it was refused', () => {
    const refused = record({ id, answers: { score: 9, comment: 'Fast.\n"Really"' } });
    expect(JSON.parse(deadLettersAsJson([letter({ answers: refused.answers })]))).toEqual([
      {
        id, revision: 1, reason: 'reject', status: 422, attempts: 1, endpoint: 'https://receiver.example/answers',
        queuedAt: '2026-11-23T10:00:12.000Z', deadAt: '2026-11-23T10:00:13.000Z', record: refused,
      },
    ]);
  });

  it('are indented, and an empty list for none', () => {
    expect(deadLettersAsJson([letter()])).toMatch(/^\[\n {2}\{\n {4}"id"/);
    expect(deadLettersAsJson([])).toBe('[]');
  });

  it.each(['', '{"v":1', 'null', '[]', '"text"', '\ud800'])('hold a body that cannot be read as text: %j', (body) => {
    const [entry] = JSON.parse(deadLettersAsJson([letter({}, { body, deadAt: NaN, at: 9e15 })])) as Record<string, unknown>[];
    expect(entry).toMatchObject({ id, body, deadAt: null, queuedAt: null });
    expect(entry).not.toHaveProperty('record');
  });
});

describe('dead letters as CSV', () => {
  it('have a row each and a column for each step that was answered', () => {
    const csv = deadLettersAsCsv([
      letter({ answers: { score: 9, tools: ['crm', 'mail'] }, answeredAt: '2026-11-23T10:00:11.000Z' }),
      letter({ revision: 2, kind: 'feedback', survey: 'tab', status: 'partial', answers: { comment: 'a, "b"\r\nc', page: true } }, { status: 0, reason: 'expired' }),
    ]);
    expect(csv).toBe(
      'id,revision,survey,kind,status,reason,http status,answered at,dead at,score,tools,comment,page\r\n' +
        `${id},1,q4,nps,complete,reject,422,2026-11-23T10:00:11.000Z,2026-11-23T10:00:13.000Z,9,"crm; mail",,\r\n` +
        `${id},2,tab,feedback,partial,expired,0,,2026-11-23T10:00:13.000Z,,,"a, ""b""\r\nc",true\r\n`,
    );
  });

  it('are a header alone for none, without a byte order mark', () => {
    expect(deadLettersAsCsv([])).toBe('id,revision,survey,kind,status,reason,http status,answered at,dead at\r\n');
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (comments) => {
        const rows = parsed(deadLettersAsCsv(comments.map(commented))).slice(1);
        const harmless = comments.map((text) => text.replaceAll('\0', '')).map((text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text));
        expect(rows.map((row) => row.at(-1))).toEqual(harmless);
        for (const row of rows) expect(row).toHaveLength(10);
      }),
    );
  });

  it.each([
    '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=HYPERLINK("https://phish.example","a")', '=cmd|\' /C calc\'!A0', '＝1+1',
  ])('give a spreadsheet no formula: %j', (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
    expect(cellOf([text, 'b'])).toBe(`'${text}; b`);
    const csv = deadLettersAsCsv([letter({ survey: text, answers: { [text]: 'x' } })]);
    const [header, row] = parsed(csv);
    expect(header!.at(-1)).toBe(`'${text}`);
    expect(row![2]).toBe(`'${text}`);
  });

  it.each([[-5, '-5'], [0, '0'], [1e21, '1e+21'], ["it's = fine", "it's = fine"], [true, 'true'], [[], '']])('leave %j alone', (value, cell) => {
    expect(cellOf(value)).toBe(cell);
  });

  it.each(['', '{"v":1', 'null', '[]', '=1'])('have a column for a body that cannot be read: %j', (body) => {
    const [header, first, second] = parsed(deadLettersAsCsv([letter({ answers: { comment: 'a' } }), letter({}, { body, deadAt: NaN })]));
    expect(header!.slice(-3)).toEqual(['dead at', 'comment', 'body']);
    expect(first!.slice(-2)).toEqual(['a', '']);
    expect(second).toEqual([id, '1', '', '', '', 'reject', '422', '', '', '', body.startsWith('=') ? `'${body}` : body]);
  });

  it('read what is no record of ours as far as they can', () => {
    const body = '{"survey":{"a":1},"answers":[1],"answeredAt":null}';
    expect(parsed(deadLettersAsCsv([letter({}, { body })]))[1]).toEqual([id, '1', '{"a":1}', '', '', 'reject', '422', '', '2026-11-23T10:00:13.000Z']);
    const none = parsed(deadLettersAsCsv([letter({}, { body: '{"answers":null}' })]));
    expect(none[0]!.at(-1)).toBe('dead at');
    const odd = '{"answers":{"__proto__":{"b":2},"list":[null,{"c":3}]}}';
    expect(parsed(deadLettersAsCsv([letter({}, { body: odd })]))[1]!.slice(-2)).toEqual(['{"b":2}', '; {"c":3}']);
  });

  it('keep a step apart from a column of the same name', () => {
    const [header, row] = parsed(deadLettersAsCsv([letter({ answers: { status: 'new', body: 'b' } })]));
    expect(header!.slice(-2)).toEqual(['answer: status', 'answer: body']);
    expect(row!.slice(-2)).toEqual(['new', 'b']);
  });
});
