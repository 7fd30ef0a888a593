import type { DeadLetter } from './layout.js';

/** What a letter has in common with every other, as columns. */
const COLUMNS = ['id', 'revision', 'survey', 'kind', 'status', 'reason', 'http status', 'answered at', 'dead at'];

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Dead letters as indented JSON: a list of `{ id, revision, reason, status, attempts, endpoint, queuedAt, deadAt, record }`,
 * `status` being that of the refusal and 0 for one that expired, the times ISO 8601 UTC or null. A body that cannot be
 * read is in `body`, as text, in place of `record`. Never throws.
 */
export function deadLettersAsJson(letters: DeadLetter[]): string {
  const entries = letters.map(({ id, revision, reason, status, n, ep, at, deadAt, body }) => {
    const record = recordIn(body);
    const times = { queuedAt: isoTime(at) ?? null, deadAt: isoTime(deadAt) ?? null };
    return { id, revision, reason, status, attempts: n, endpoint: ep, ...times, ...(record ? { record } : { body }) };
  });
  return JSON.stringify(entries, null, 2);
}

/**
 * Dead letters as CSV (RFC 4180, without a byte order mark): `id`, `revision`, `survey`, `kind`, `status`, `reason`,
 * `http status`, `answered at`, `dead at`, then a column for each step that any of them answered, several choices
 * joined by `; `. A step with the name of another column is `answer: <name>`. A body that cannot be read is in the
 * column `body`, which is there only then. A text that a spreadsheet would take for a formula has an apostrophe
 * before it. Never throws.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function deadLettersAsCsv(letters: DeadLetter[]): string {
  const rows = letters.map((letter) => {
    const record = recordIn(letter.body);
    const { id, revision, reason, status } = letter;
    const times = [record?.answeredAt, isoTime(letter.deadAt)];
    const common = [id, revision, record?.survey, record?.kind, record?.status, reason, status, ...times];
    return { common, answers: answersIn(record), body: record ? undefined : letter.body };
  });
  const steps = [...new Set(rows.flatMap(({ answers }) => [...answers.keys()]))];
  const bodies = rows.some(({ body }) => body !== undefined) ? ['body'] : [];
  const header = [...COLUMNS, ...steps.map((step) => ([...COLUMNS, 'body'].includes(step) ? `answer: ${step}` : step)), ...bodies];
  const lines = rows.map(({ common, answers, body }) => [
    ...common,
    ...steps.map((step) => answers.get(step)),
    ...bodies.map(() => body),
  ]);
  return [header, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function recordIn(body: string): Record<string, unknown> | undefined {
  try {
    const record: unknown = JSON.parse(body);
    return isObject(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

function answersIn(record: Record<string, unknown> | undefined): Map<string, unknown> {
  return new Map(isObject(record?.answers) ? Object.entries(record.answers) : []);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isoTime(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.valueOf()) ? undefined : date.toISOString();
}

function cell(value: unknown): string {
  // A number is nothing but its digits, and −5 is a score.
  if (typeof value === 'number') return String(value);
  const text = Array.isArray(value) ? value.map(textOf).join('; ') : textOf(value);
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
