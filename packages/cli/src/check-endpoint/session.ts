import { classify, recordBody, revisionKey, type ResponseRecord, type Verdict } from '@askwell/core';

import { exchange, type Answer, type Silence } from './exchange.js';

export type Wire = 'json' | 'simple';

export interface SessionOptions {
  url: URL;
  wire: Wire;
  /** Of the pages that will send. */
  origin: string;
  headers: Record<string, string>;
  /** Of one request with its reply, in ms. */
  timeout: number;
}

/** How one post went. */
export interface Posted {
  answer: Answer | Silence;
  verdict: Verdict;
}

/** Speaks to one endpoint as the client in a page would, and remembers what came. */
export class Session {
  /** Every post so far. */
  readonly posts: Posted[] = [];

  constructor(readonly options: SessionOptions) {}

  /** Posts a record with the bytes and headers of the client. */
  post(record: ResponseRecord, { withKey = true } = {}): Promise<Posted> {
    return this.postText(recordBody(record), record, withKey);
  }

  /** Posts any text under the key of a record. */
  async postText(body: string, record: ResponseRecord, withKey = true): Promise<Posted> {
    const { url, wire, origin, headers, timeout } = this.options;
    const own: Record<string, string> =
      wire === 'simple'
        ? { 'content-type': 'text/plain;charset=UTF-8' }
        : { 'content-type': 'application/json', ...(withKey && { 'idempotency-key': `"${revisionKey(record)}"` }) };
    const answer = await exchange(url, { method: 'POST', headers: { ...headers, origin, ...own }, body }, timeout);
    const reply = 'silence' in answer ? undefined : { ...answer, html: /html/i.test(answer.headers.get('content-type')!) };
    const posted = { answer, verdict: classify(reply, record.id, url.protocol === 'https:') };
    this.posts.push(posted);
    return posted;
  }

  /** Asks as a browser does before it posts from another origin. */
  preflight(): Promise<Answer | Silence> {
    const { url, origin, timeout } = this.options;
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': this.askedHeaders().join(','),
    };
    return exchange(url, { method: 'OPTIONS', headers }, timeout);
  }

  /** The headers that a preflight must allow, in small letters and sorted as browsers send them. */
  askedHeaders(): string[] {
    const more = Object.keys(this.options.headers).map((name) => name.toLowerCase());
    return [...new Set(['content-type', 'idempotency-key', ...more])].sort();
  }
}
