import { segment, type SegmentOptions } from '@askwell/client/adapters/segment.js';
import type { ResponseRecord } from '@askwell/core';
import { describe, expect, it } from 'vitest';
import { anonymous, full, hostile, id, kinds, ofKind } from './records.js';

interface Track {
  messageId: string;
  userId?: string;
  anonymousId?: string;
  properties: Record<string, unknown> & { answers: Record<string, unknown> };
}

const sent = (record: ResponseRecord, more: Partial<SegmentOptions> = {}): Track =>
  JSON.parse(segment({ writeKey: 'key', ...more })(record)!.body) as Track;

// https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/#track
describe('the adapter for Segment', () => {
  it('posts the documented body of a track call', () => {
    const request = segment({ writeKey: 'key' })(full())!;
    expect(request.contentType).toBe('application/json');
    expect(request).not.toHaveProperty('url');
    expect(JSON.parse(request.body)).toEqual({
      writeKey: 'key',
      messageId: `${id}.2`,
      userId: 'u1',
      event: 'Survey Response',
      properties: {
        response_id: id,
        revision: 2,
        survey: 'q4',
        kind: 'nps',
        status: 'complete',
        score: 9,
        scale_min: 0,
        scale_max: 10,
        answers: { score: 9, comment: 'Fast.', contact: 'a@example.com' },
        wording: 'nps@1',
        channel: 'in-app',
        campaign: 'after-checkout',
        shown_at: '2026-11-23T10:00:00.000Z',
      },
      context: {
        locale: 'en',
        page: { url: 'https://shop.example/cart' },
        traits: { role: 'admin', seats: 4 },
        library: { name: 'askwell', version: '0.1.0' },
      },
      timestamp: '2026-11-23T10:00:12.000Z',
    });
  });

  it('names the response where there is nobody, and nothing that is not known', () => {
    expect(JSON.parse(segment({ writeKey: 'key', event: 'NPS Answered' })(anonymous({ client: 'other' }))!.body)).toEqual({
      writeKey: 'key',
      messageId: `${id}.1`,
      anonymousId: id,
      event: 'NPS Answered',
      properties: {
        response_id: id, revision: 1, survey: 'q4', kind: 'nps', status: 'complete', score: 9, scale_min: 0, scale_max: 10,
        answers: { score: 9 }, wording: 'nps@1', channel: 'in-app', shown_at: '2026-11-23T10:00:00.000Z',
      },
      context: { locale: 'en', library: { name: 'other' } },
      timestamp: '2026-11-23T10:00:00.000Z',
    });
  });

  it.each(['shown', 'partial', 'complete', 'dismissed', 'later'] as const)('tells a response that is %s', (status) => {
    const answers: ResponseRecord['answers'] = status === 'shown' ? {} : { score: 3 };
    const { properties } = sent(full({ status, answers }));
    expect(properties).toMatchObject({ status, answers });
    expect(properties.score).toBe(answers.score);
  });

  it('gives each revision a messageId of its own', () => {
    const revisions = [0, 1, 2].map((revision) => sent(full({ revision })).messageId);
    expect(revisions).toEqual([`${id}.0`, `${id}.1`, `${id}.2`]);
  });

  it.each(kinds)('takes the answers of $kind as they are', (changes) => {
    const { properties } = sent(ofKind(changes));
    expect(properties).toMatchObject({ kind: changes.kind, answers: changes.answers });
    expect([properties.scale_min, properties.scale_max]).toEqual(changes.scale ?? [undefined, undefined]);
  });

  it.each(hostile)('carries %j as it was written', (text) => {
    expect(sent(full({ answers: { comment: text } })).properties.answers.comment).toBe(text);
  });
});
