/** What is wrong with one part of a request. */
export interface RequestFault {
  /** JSON Pointer (RFC 6901) to the part: `/answers/score`. */
  path: string;
  message: string;
}

/** Thrown to end a request with an answer in problem details (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** The last part of the problem's `type`. */
    readonly type: string,
    readonly title: string,
    readonly detail: string,
    readonly extra: { errors?: RequestFault[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
  }

  toResponse(): Response {
    const { status, type, title, detail } = this;
    const { errors, headers } = this.extra;
    const body = { type: `urn:askwell:problem:${type}`, title, status, detail, ...(errors && { errors }) };
    return new Response(JSON.stringify(body), {
      status,
      headers: { ...headers, 'content-type': 'application/problem+json' },
    });
  }
}
