import type { Answer } from '@askwell/core';
import type { Adapter } from './adapter.js';
import { addressAt } from './address-at.js';
import { isSettled } from './is-settled.js';
import { jsonBody } from './json-body.js';
import { nameFor } from './name-for.js';

/** Where the answers go in Formbricks. */
export interface FormbricksOptions {
  /** The environment or, as it is called now, the workspace. */
  environmentId: string;
  surveyId: string;
  /** Formbricks' question ids by step id. A step without one keeps its own id. */
  questionIds?: Readonly<Record<string, string>>;
  /** Id of a hidden field of that survey which takes `<id>.<revision>`, by which two copies of one answer can be told. */
  keyField?: string;
  /** One's own server. Default `https://app.formbricks.com`. */
  host?: string;
}

/**
 * Records as responses of a survey in Formbricks, by its public client API.
 *
 * Formbricks gives each response an id of its own and takes a later revision only as `PUT …/responses/<that id>`. It
 * is told in a reply, of which the client reads nothing but the receipt: so every request makes a response, and only
 * a revision with which the respondent is done is sent. A changed answer and a repeated attempt make another; `keyField`
 * tells them apart. `ttc`, the time that each question took, is not known and left out. Who answered is left out too:
 * this API knows contacts by its own ids.
 *
 * @throws AskwellError `invalid-endpoint` for a host that answers may not go to
 * @see https://github.com/formbricks/formbricks/blob/main/docs/api-v2-reference/openapi.yml
 */
export function formbricks({ environmentId, surveyId, questionIds = {}, keyField, host = 'https://app.formbricks.com' }: FormbricksOptions): Adapter {
  const url = addressAt(host, `/api/v2/client/${encodeURIComponent(environmentId)}/responses`);
  return (record) => {
    if (!isSettled(record)) return undefined;
    const { id, revision, answers, locale, page, channel, campaign } = record;
    const data = Object.entries(answers).map(([step, answer]): [string, Answer] => [
      nameFor(questionIds, step),
      // Texts, numbers and lists of texts are all that it takes.
      typeof answer === 'boolean' ? String(answer) : answer,
    ]);
    if (keyField) data.push([keyField, `${id}.${revision}`]);
    const body = jsonBody({
      surveyId,
      finished: record.status === 'complete',
      language: locale,
      data: Object.fromEntries(data),
      meta: { source: channel, url: page, action: campaign },
    });
    return { url, body, contentType: 'application/json' };
  };
}
