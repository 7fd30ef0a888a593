import { revisionKey } from '@askwell/core';
import type { Adapter } from './adapter.js';
import { answeredAt } from './answered-at.js';
import { jsonBody } from './json-body.js';

/** Which source the answers are of. */
export interface SegmentOptions {
  /** The source's write key, which may be public. */
  writeKey: string;
  /** Name of the event. Default `Survey Response`. */
  event?: string;
}

/**
 * Records as `track` calls of Segment's HTTP API, and of those who take the same, one a revision: keep the highest
 * `revision` of each `response_id`. Within a day Segment drops nearly every repetition of a `messageId`.
 *
 * The endpoint is `https://api.segment.io/v1/track`, or that of another region. A call may have 32 KB: Segment
 * refuses a longer one, which becomes a dead letter.
 *
 * @see https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/#track
 * @see https://segment.com/docs/connections/spec/common/
 * @see https://segment.com/docs/guides/duplicate-data/
 */
export function segment({ writeKey, event = 'Survey Response' }: SegmentOptions): Adapter {
  return (record) => {
    const { id, respondent, answers, scale, client, page } = record;
    const [library, version] = client.split('/');
    const body = jsonBody({
      writeKey,
      messageId: revisionKey(record),
      ...(respondent?.id ? { userId: respondent.id } : { anonymousId: id }),
      event,
      properties: {
        response_id: id,
        revision: record.revision,
        survey: record.survey,
        kind: record.kind,
        status: record.status,
        score: answers.score,
        scale_min: scale?.[0],
        scale_max: scale?.[1],
        answers,
        wording: record.wording,
        channel: record.channel,
        campaign: record.campaign,
        shown_at: record.shownAt,
      },
      context: {
        locale: record.locale,
        page: page && { url: page },
        traits: respondent?.traits,
        library: { name: library, version },
      },
      timestamp: answeredAt(record),
    });
    return { body, contentType: 'application/json' };
  };
}
