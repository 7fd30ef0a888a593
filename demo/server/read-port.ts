import { AskwellError } from '@askwell/core';

/** The port that the environment asks for; 0 is any free one. Throws `invalid-options` when it is no port. */
export function readPort(given: string | undefined, usual: number): number {
  if (given === undefined || given.trim() === '') return usual;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new AskwellError('invalid-options', `PORT must be a whole number from 0 to 65535, and is "${given}". Example: PORT=${usual + 1} npm start`);
}
