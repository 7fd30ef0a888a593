import { posthog, type PosthogOptions } from '@askwell/client/adapters/posthog.js';
import type { ResponseRecord } from '@askwell/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anonymous, full, hostile, id, kinds, ofKind } from './records.js';

const options = { apiKey: 'phc_key', surveyId: '018ed910-3b24-0000-e3fd-d51c59aa74b2' };

interface Capture {
  event: string;
  distinct_id: string;
  uuid: string;
  timestamp: string;
  properties: Record<string, unknown>;
}

const sent = (record: ResponseRecord, more: Partial<PosthogOptions> = {}): Capture =>
  JSON.parse(posthog({ ...options, ...more })(record)!.body) as Capture;

afterEach(() => vi.unstubAllGlobals());

// https://posthog.com/docs/api/capture and https://posthog.com/docs/surveys/implementing-custom-surveys
describe('the adapter for PostHog', () => {
  it('posts the documented body of a capture', () => {
    const request = posthog({ ...options, questionIds: { score: '7ce5b831', comment: 'cbeee176' } })(full())!;
    expect(request.contentType).toBe('application/json');
    expect(request).not.toHaveProperty('url');
    expect(JSON.parse(request.body)).toEqual({
      api_key: 'phc_key',
      event: 'survey sent',
      distinct_id: 'u1',
      uuid: '01890a5d-ac96-774b-bcce-b302099a8059',
      timestamp: '2026-11-23T10:00:12.000Z',
      properties: {
        $survey_id: options.surveyId,
        $survey_submission_id: id,
        $survey_completed: true,
        $survey_response_7ce5b831: '9',
        $survey_response_cbeee176: 'Fast.',
        $survey_response_contact: 'a@example.com',
        $current_url: 'https://shop.example/cart',
        $set: { role: 'admin', seats: 4 },
        askwell_survey: 'q4',
        askwell_kind: 'nps',
        askwell_status: 'complete',
        askwell_revision: 2,
        askwell_score: 9,
        askwell_scale: [0, 10],
        askwell_wording: 'nps@1',
        askwell_locale: 'en',
        askwell_channel: 'in-app',
        askwell_campaign: 'after-checkout',
      },
    });
  });

  it('makes no person of an anonymous response, which is its own', () => {
    const { distinct_id, timestamp, properties } = sent(anonymous());
    expect(distinct_id).toBe(id);
    expect(timestamp).toBe('2026-11-23T10:00:00.000Z');
    expect(properties).toMatchObject({ $process_person_profile: false });
    expect(properties).not.toHaveProperty('$set');
    expect(properties).not.toHaveProperty('$current_url');
  });

  it('makes no person of traits without an id', () => {
    const { properties } = sent(anonymous({ respondent: { traits: { plan: 'free' } } }));
    expect(properties).toMatchObject({ $process_person_profile: false });
    expect(properties).not.toHaveProperty('$set');
  });

  it.each<[Partial<ResponseRecord>, string, Record<string, unknown>]>([
    [{ status: 'shown', revision: 0, answers: {} }, 'survey shown', {}],
    [{ status: 'partial' }, 'survey sent', { $survey_submission_id: id, $survey_completed: false }],
    [{ status: 'complete' }, 'survey sent', { $survey_submission_id: id, $survey_completed: true }],
    [{ status: 'complete', answers: {} }, 'survey sent', { $survey_submission_id: id, $survey_completed: true }],
    [{ status: 'dismissed' }, 'survey sent', { $survey_submission_id: id, $survey_completed: false }],
    [{ status: 'later' }, 'survey sent', { $survey_submission_id: id, $survey_completed: false }],
    [{ status: 'dismissed', answers: {} }, 'survey dismissed', { $survey_submission_id: id, $survey_partially_completed: false }],
    [{ status: 'later', answers: {} }, 'survey dismissed', { $survey_submission_id: id, $survey_partially_completed: false }],
  ])('tells %j as %s', (changes, event, expected) => {
    const capture = sent(full(changes));
    expect(capture.event).toBe(event);
    const { $survey_id, $survey_submission_id, $survey_completed, $survey_partially_completed } = capture.properties;
    expect(JSON.parse(JSON.stringify({ $survey_id, $survey_submission_id, $survey_completed, $survey_partially_completed }))).toEqual({
      $survey_id: options.surveyId,
      ...expected,
    });
  });

  it('gives each revision of a response a UUID of its own', () => {
    const valid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    const highest = '01890a5d-ac96-774b-bcce-ffffffffffff';
    const revisions = [0, 1, 2, 255, Number.MAX_SAFE_INTEGER];
    for (const each of [id, highest]) {
      const uuids = revisions.map((revision) => sent(full({ id: each, revision })).uuid);
      expect(new Set(uuids).size).toBe(revisions.length);
      for (const uuid of uuids) expect(uuid).toMatch(valid);
    }
    expect(sent(full({ id: highest, revision: 1 })).uuid).toBe('01890a5d-ac96-774b-bcce-000000000000');
  });

  it.each(kinds)('answers each question of $kind in text, and several choices as a list', (changes) => {
    const { properties } = sent(ofKind(changes));
    for (const [step, answer] of Object.entries(changes.answers!)) {
      expect(properties[`$survey_response_${step}`]).toEqual(Array.isArray(answer) ? answer : String(answer));
    }
    expect(properties.askwell_kind).toBe(changes.kind);
    expect(properties.askwell_scale).toEqual(changes.scale);
  });

  it.each(hostile)('carries %j as it was written', (text) => {
    expect(sent(full({ answers: { comment: text } })).properties.$survey_response_comment).toBe(text);
  });

  it('lets no step take the place of a property', () => {
    const { properties } = sent(full({ answers: { $survey_id: 'x' } }));
    expect(properties.$survey_id).toBe(options.surveyId);
    expect(sent(full({ answers: { constructor: 'x' } })).properties.$survey_response_constructor).toBe('x');
  });

  it.each([
    ['https://eu.i.posthog.com', 'https://eu.i.posthog.com/i/v0/e/'],
    ['https://eu.i.posthog.com/', 'https://eu.i.posthog.com/i/v0/e/'],
    ['https://shop.example/ingest', 'https://shop.example/ingest/i/v0/e/'],
  ])('reaches the host %s at %s', (host, url) => {
    expect(posthog({ ...options, host })(full())!.url).toBe(url);
  });

  it('reaches a proxy on the page’s own site', () => {
    vi.stubGlobal('document', { baseURI: 'https://shop.example/a/b' });
    expect(posthog({ ...options, host: '/ingest' })(full())!.url).toBe('https://shop.example/ingest/i/v0/e/');
  });

  it.each(['http://eu.i.posthog.com', 'https://u:p@eu.i.posthog.com', 'javascript:'])('refuses the host %s', (host) => {
    vi.stubGlobal('document', { baseURI: 'https://shop.example/' });
    expect(() => posthog({ ...options, host })).toThrow(expect.objectContaining({ code: 'invalid-endpoint' }));
  });
});
