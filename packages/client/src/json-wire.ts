import { revisionKey } from '@askwell/core';
import type { Letter, Posted } from './wire.js';

/** The record as it is, with its key in a header. */
export const json = (letter: Letter): Posted => ({
  headers: { 'content-type': 'application/json', 'idempotency-key': `"${revisionKey(letter)}"` },
  body: letter.body,
});
