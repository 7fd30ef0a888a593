// The start reads this file before anything is built, so it imports nothing.

/** The demo is here unless the environment asks for another port. */
export const USUAL_PORT = 4700;

/** What the environment asks for is no port. */
export class PortError extends RangeError {
  readonly code = 'invalid-options';
}

/** The port that the environment asks for; 0 is any free one. Throws a {@link PortError} when it is no port. */
export function readPort(given: string | undefined, usual: number): number {
  if (given === undefined || given.trim() === '') return usual;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new PortError(`PORT must be a whole number from 0 to 65535, and is "${given}". Example: PORT=${usual + 1} npm start`);
}
