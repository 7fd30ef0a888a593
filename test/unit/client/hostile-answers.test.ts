import { recordBody } from '@askwell/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientOf, heard, response } from './receiver.js';
import { runs } from './runs.js';

const HOSTILE = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; DROP TABLE answers; --", '{{constructor.constructor("alert(1)")()}}', '${7*7}',
  '\u202eabc\u202c', '\ufeff', 'a\u0301'.repeat(50), 'Z\u0351\u036b\u0343', '\u2028\u2029', '\r\nSet-Cookie: a=b', '__proto__', 'NaN', '1e400', '\\u0000', '😀👩‍👩‍👧', '\ud800', 'a\0b', '=1+1', 'ﷺ'.repeat(100),
];

describe('hostile answers', () => {
  it('come to the receiver byte for byte as they were written down (T11)', async () => {
    const bodies: string[] = [];
    const client = clientOf(({ body }) => (bodies.push(String(body)), new Response('{}', { status: 503 })));
    try {
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 200 })), async (text) => {
          bodies.length = 0;
          const record = response({ answers: { score: 1, comment: text, [text || 'x']: text } });
          const retry = heard(client, 'retry');
          await client.submit(record);
          await retry;
          expect(bodies[0]).toBe(recordBody(record));
          expect(bodies[0]!.isWellFormed()).toBe(true);
          expect(bodies[0]).not.toContain('\0');
          await client.purge();
        }),
        { numRuns: runs(600, 6000), examples: HOSTILE.map((text) => [text]) },
      );
    } finally {
      client.close();
    }
  }, runs(60_000, 3_600_000));
});
