import { askwellConfig } from '@askwell/schema';

/** A place where a configuration is not what it has to be. */
export interface SchemaFinding {
  path: (string | number)[];
  message: string;
}

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  keys?: string[];
  errors?: Issue[][];
}

const KINDS: Readonly<Record<string, string>> = {
  on: 'Expected one kind of trigger: event, page, click, visible, scroll or exit',
  if: 'Expected one kind of condition: all, any, not, url, trait, flag, event, survey, device, lang or session',
};

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown => path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root);

/** The closest thing that zod says of a value that fits none of several shapes. */
function flatten(issue: Issue, above: PropertyKey[], root: unknown): { path: PropertyKey[]; message: string }[] {
  const path = [...above, ...issue.path];
  if (issue.keys?.length) return issue.keys.map((key) => ({ path: [...path, key], message: `There is no "${key}" here` }));
  if (!issue.errors?.length) return [{ path, message: issue.message }];
  const value = valueAt(root, path);
  // A shape whose own first field is not there is another kind of thing.
  const another = (each: Issue): boolean => each.path.length === 1 && typeof value === 'object' && value !== null && !(each.path[0]! in value);
  const sameKind = issue.errors.filter((issues) => !issues.some(another));
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map((each) => each.path.length + (each.errors ? 1 : 0)));
  const [closest] = sameKind.sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  const kind = KINDS[`${path.findLast((step) => step === 'on' || step === 'if') as string}`];
  if (!closest || depth(closest) === 0) return [{ path, message: (closest?.every(({ code }) => code === 'invalid_type') ? kind : closest?.[0]?.message) ?? kind ?? issue.message }];
  return closest.flatMap((each) => flatten(each, path, root));
}

/** Everything in which a value is no configuration, by the JSON Schema and the rules that it cannot say. */
export function schemaFindings(value: unknown): SchemaFinding[] {
  const { success, error } = askwellConfig.safeParse(value);
  if (success) return [];
  const found = (error.issues as Issue[]).flatMap((issue) => flatten(issue, [], value));
  // Where the kind itself is not known, each of its fields is one too many.
  const kindless = new Set(found.filter(({ message }) => Object.values(KINDS).includes(message)).map(({ path }) => path.join('/')));
  const telling = found.filter(({ path, message }) => !message.startsWith('There is no') || !kindless.has(path.slice(0, -1).join('/')));
  const unique = new Map(telling.map(({ path, message }) => [JSON.stringify([path, message]), { path: path.map((step) => (typeof step === 'symbol' ? String(step) : step)), message: message.replace(/\.?$/, '.') }]));
  return [...unique.values()];
}
