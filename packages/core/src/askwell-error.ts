/** Every code that an {@link AskwellError} can carry. */
export type AskwellErrorCode =
  | 'invalid-record'
  | 'invalid-options'
  | 'invalid-endpoint'
  | 'invalid-counts'
  | 'too-large'
  | 'storage'
  | 'data-in-use'
  | 'port-unavailable'
  | 'closed';

/** An error of this kit: match on `code`; the message is for people. */
export class AskwellError extends Error {
  override readonly name = 'AskwellError';

  declare readonly code: AskwellErrorCode;
  declare readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: AskwellErrorCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
