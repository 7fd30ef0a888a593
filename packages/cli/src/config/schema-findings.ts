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
  const strict = issue.errors.filter((issues) => !issues.some(another));
  // Only a field beside the first is missing where the shape knows some of the others.
  const given = Object.keys(Object(value) as object).length;
  const knowsSome = (issues: readonly Issue[]): boolean => given > issues.reduce((count, { path, keys = [] }) => count + (path.length ? 0 : keys.length), 0);
  const sameKind = strict.length ? strict : issue.errors.filter(knowsSome);
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map((each) => each.path.length + (each.errors ? 1 : 0)));
  const [closest] = sameKind.sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  const kind = KINDS[`${path.findLast((step) => step === 'on' || step === 'if') as string}`];
  if (closest?.every(({ keys }) => keys?.length)) return closest.flatMap((each) => flatten(each, path, root));
  if (!closest || depth(closest) === 0) return [{ path, message: (closest?.every(({ code }) => code === 'invalid_type') ? kind : undefined) ?? alternatives(sameKind) ?? kind ?? issue.message }];
  return closest.flatMap((each) => flatten(each, path, root));
}

/** What each of several shapes expects of one value. */
function alternatives(shapes: readonly Issue[][]): string | undefined {
  const expected = shapes.flatMap((issues) => issues.slice(0, 1).map(({ message }) => message));
  const own = /^(Invalid [\w ]+: )?expected /i;
  const words = [...new Set(expected)].filter((message) => own.test(message)).map((message) => message.replace(own, '').replace(/, received .*/, ''));
  return words.length > 1 ? `Invalid input: expected ${words.join(' or ')}` : expected[0];
}

/** Zod's own words, which name neither what is missing nor what is wrong. */
function sentence(path: readonly PropertyKey[], message: string, root: unknown): string {
  const own = /^Invalid [\w ]+(?:[:.] (.*))?$/.exec(message);
  const name = path.length ? `"${String(path.at(-1))}"` : 'The file';
  const above = valueAt(root, path.slice(0, -1));
  const isMissing = path.length > 0 && typeof above === 'object' && above !== null && !Array.isArray(above) && !Object.hasOwn(above, path.at(-1)!) && !message.startsWith('There is no');
  const expected = ((own ? own[1] : message) ?? '').replace(/^E/, 'e').replace(/, received undefined$/, '');
  if (isMissing) return `${name} is missing${expected && `: ${expected}`}`;
  if (!own) return message;
  const place = path.slice(path.findLastIndex((step) => typeof step === 'string')).map(String).join('/');
  return `${path.length ? `"${place}"` : name}${expected ? `: ${expected}` : ' is nothing that can stand here'}`;
}

const KIND_FIELDS: Readonly<Record<string, readonly string[]>> = {
  on: ['event', 'page', 'click', 'visible', 'scroll', 'exit'],
  if: ['all', 'any', 'not', 'url', 'trait', 'flag', 'event', 'survey', 'device', 'lang', 'session'],
};

/** Whether a field too many is that of another trigger, or of another condition. */
function beside({ path, message }: { path: readonly PropertyKey[]; message: string }): boolean {
  const place = path.findLastIndex((step) => step === 'on' || step === 'if');
  const inside = path.slice(place + 1, -1).every((step) => typeof step === 'number' || ['all', 'any', 'not'].includes(String(step)));
  return place >= 0 && inside && message.startsWith('There is no') && KIND_FIELDS[String(path[place])]!.includes(String(path.at(-1)));
}

/** Everything in which a value is no configuration, by the JSON Schema and the rules that it cannot say. */
export function schemaFindings(value: unknown): SchemaFinding[] {
  const { success, error } = askwellConfig.safeParse(value);
  if (success) return [];
  const found = (error.issues as Issue[]).flatMap((issue) => flatten(issue, [], value));
  // Where the kind itself is not known, each of its fields is one too many.
  const kindless = new Set(found.filter(({ message }) => Object.values(KINDS).includes(message)).map(({ path }) => path.join('/')));
  const telling = found.filter(({ path, message }) => !message.startsWith('There is no') || !kindless.has(path.slice(0, -1).join('/')));
  // What is a kind of its own there was meant to stand beside, not within.
  const told = telling.map((each) => (beside(each) ? { path: each.path, message: `Only one of them can stand in one object: write "${String(each.path.at(-1))}" as an object of its own${each.path.includes('if') ? ', joined by "all" or "any"' : ''}` } : each));
  const unique = new Map(told.map(({ path, message: said }) => ({ path, message: sentence(path, said, value) })).map(({ path, message }) => [JSON.stringify([path, message]), { path: path.map((step) => (typeof step === 'symbol' ? String(step) : step)), message: message.replace(/\.?$/, '.') }]));
  return [...unique.values()];
}
