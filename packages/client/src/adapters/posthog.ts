import type { Answer, ResponseRecord } from '@askwell/core';
import type { Adapter } from './adapter.js';
import { addressAt } from './address-at.js';
import { answeredAt } from './answered-at.js';
import { hasAnswers } from './has-answers.js';
import { jsonBody } from './json-body.js';
import { nameFor } from './name-for.js';

/** Where the answers go in PostHog. */
export interface PosthogOptions {
  /** The project's API key, which may be public. */
  apiKey: string;
  /** The survey in PostHog, of type API. */
  surveyId: string;
  /** PostHog's question ids by step id: `{ score: '7ce5b831-…' }`. A step without one keeps its own id. */
  questionIds?: Readonly<Record<string, string>>;
  /** The region, one's own server or a proxy, as `https://eu.i.posthog.com` or `/ingest`. Default: the client's endpoint is the address. */
  host?: string;
}

/**
 * Records as events of PostHog's surveys, one a revision: `survey shown`; `survey sent` as soon as there is an answer,
 * with `$survey_completed` false until it is submitted; `survey dismissed` where there is none. PostHog shows the
 * latest of those that have one `$survey_submission_id`. Without a respondent no person profile is made.
 *
 * The endpoint is `https://us.i.posthog.com/i/v0/e/`, `https://eu.i.posthog.com/i/v0/e/` or the like.
 *
 * @throws AskwellError `invalid-endpoint` for a host that answers may not go to
 * @see https://posthog.com/docs/api/capture
 * @see https://posthog.com/docs/surveys/implementing-custom-surveys
 */
export function posthog({ apiKey, surveyId, questionIds = {}, host }: PosthogOptions): Adapter {
  const url = host && addressAt(host, '/i/v0/e/');
  return (record) => {
    const { id, status, respondent, page, answers, scale } = record;
    const sent = hasAnswers(record);
    const event = status === 'shown' ? 'survey shown' : sent || status === 'complete' ? 'survey sent' : 'survey dismissed';
    const responses = Object.entries(answers).map(([step, answer]): [string, Answer] => [
      `$survey_response_${nameFor(questionIds, step)}`,
      asText(answer),
    ]);
    const body = jsonBody({
      api_key: apiKey,
      event,
      distinct_id: respondent?.id ?? id,
      uuid: eventId(record),
      timestamp: answeredAt(record),
      properties: {
        $survey_id: surveyId,
        ...(event !== 'survey shown' && { $survey_submission_id: id }),
        ...(event === 'survey sent' && { $survey_completed: status === 'complete' }),
        ...(event === 'survey dismissed' && { $survey_partially_completed: false }),
        ...Object.fromEntries(responses),
        $current_url: page,
        ...(respondent?.id ? { $set: respondent.traits } : { $process_person_profile: false }),
        askwell_survey: record.survey,
        askwell_kind: record.kind,
        askwell_status: status,
        askwell_revision: record.revision,
        // A number beside the text that a response has to be, so that it can be averaged.
        askwell_score: answers.score,
        askwell_scale: scale,
        askwell_wording: record.wording,
        askwell_locale: record.locale,
        askwell_channel: record.channel,
        askwell_campaign: record.campaign,
      },
    });
    return { ...(url && { url }), body, contentType: 'application/json' };
  };
}

function asText(answer: Answer): string | string[] {
  return typeof answer === 'object' ? answer : String(answer);
}

/** A UUID of its own for each revision, the same at each attempt: PostHog merges events that have all of name, time, person and UUID in common. */
function eventId({ id, revision }: ResponseRecord): string {
  const node = (parseInt(id.slice(-12), 16) + (revision % 2 ** 48)) % 2 ** 48;
  return id.slice(0, -12) + node.toString(16).padStart(12, '0');
}
