import 'fake-indexeddb/auto';
import { createClient, type Client } from '@askwell/client';
import { AskwellError } from '@askwell/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { runs } from './runs.js';

const address = fc.oneof(
  { weight: 4, arbitrary: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }) },
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string(),
  fc.constantFrom('javascript:alert(1)', 'data:,x', 'https://u:p@a.example/', 'http://a.example/', '//a.example', 'https://', 'file:///etc/passwd', '__proto__', 'https://a.example/#b', 'blob:https://a.example/1'),
);
const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'Cookie', 'X-A', 'Host', 'Sec-X', 'a b', 'X\r\nY'));
const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a\r\nb: c', '\0', 'é', '漢', 'x'.repeat(2000)));

const options = fc.record(
  {
    endpoint: address,
    queue: fc.string({ unit: 'binary' }),
    headers: fc.dictionary(name, value, { maxKeys: 3 }),
    timeoutMs: fc.double({ min: 0, noNaN: true }),
    ttlMs: fc.double({ min: 0, noNaN: true }),
    maxBytes: fc.double({ min: 0, noNaN: true }),
  },
  { requiredKeys: ['endpoint'] },
);

describe('hostile options', () => {
  it('throw an AskwellError or are taken, send nothing by themselves, and leave Object.prototype as it was (T10)', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const asked: unknown[] = [];
    let taken = 0;
    const open: Client[] = [];
    fc.assert(
      fc.property(options, (hostile) => {
        try {
          const client = createClient({ ...hostile, random: () => 0, fetch: async (input) => (asked.push(input), new Response('{}')) });
          // Some live on: what they would do by themselves, they do soon after their start.
          if (taken++ < 200) open.push(client);
          else client.close();
          const { username, password, hash } = new URL(client.endpoint);
          expect([username, password, hash]).toEqual(['', '', '']);
        } catch (error) {
          if (!(error instanceof AskwellError)) throw error;
          expect(['invalid-endpoint', 'invalid-options']).toContain(error.code);
        }
      }),
      { numRuns: runs(2000, 100_000), examples: [[JSON.parse('{"endpoint":"https://a.example/","__proto__":{"queue":"x"}}')]] },
    );
    expect(taken).toBeGreaterThan(100);
    await Promise.all(open.map((client) => client.flush()));
    expect(asked).toEqual([]);
    for (const client of open) client.close();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  }, runs(10_000, 600_000));

  it.each<[string, unknown]>([
    ['queue', 5],
    ['headers', 'x-team: a'],
    ['wire', 'simple'],
    ['allowOrigins', 'https://receiver.example'],
    ['consent', true],
    ['redact', {}],
    ['timeoutMs', Number.NaN],
    ['timeoutMs', -1],
    ['ttlMs', '30d'],
    ['maxBytes', Number.NaN],
    ['fetch', 1],
    ['timeout', 1000],
  ])('are refused where %s is %s, before anything is opened', (name, value) => {
    expect(() => createClient({ endpoint: 'https://receiver.example/', [name]: value })).toThrow(expect.objectContaining({ code: 'invalid-options', message: expect.stringContaining(name) as string }));
  });
});
