import { expect } from 'vitest';

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { path: string; message: string }[];
}

/** The problem details of a refusal, which hold what RFC 9457 asks for and nothing of the program. */
export async function problemOf(response: Response): Promise<ProblemBody> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await response.json()) as ProblemBody;
  expect(problem.status).toBe(response.status);
  expect(problem.type).toMatch(/^urn:askwell:problem:[a-z-]+$/);
  expect(problem.title).not.toBe('');
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.[jt]s:\d/);
  return problem;
}
