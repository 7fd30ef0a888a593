import type { Verdict } from '@askwell/core';

/** What to do about an answer that should have been a receipt. */
export const ADVICE: Record<Exclude<Verdict, 'ack'>, string> = {
  busy: 'Answer 409 only while the same key is being worked on: the client sends the answer again in a few seconds.',
  reject: 'The client puts this answer among its dead letters. Look in the log of the server for what it has against the record.',
  network: 'Look at the address, the server and what stands in front of it. The client keeps the answer and tries again.',
  endpoint: 'Look in the log of the server. The client keeps the answer and sends it again, after Retry-After where that is readable.',
  config: 'The address, its method or its access is wrong for this POST. The client waits 15 minutes, then longer, until it is mended.',
  suspect:
    'The client takes this for a portal, not for a receiver. Answer {"ok":true,"id":"…","revision":n} with the id that was sent; over http nothing else counts but an empty 201, 202, 204 or 205.',
  redirect: 'A redirect is never followed, since it would carry the answer elsewhere. Give the pages the final address.',
};
