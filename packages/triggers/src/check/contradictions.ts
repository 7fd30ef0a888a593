import type { AddressParts, Comparison, Condition, Range, Scalar, UrlPattern } from '@askwell/core';
import { isObject } from '@askwell/core/shape.js';

/** What a conjunction asks of one value. */
interface Demand {
  path: (string | number)[];
  /** One of these. */
  oneOf?: readonly Scalar[] | undefined;
  noneOf?: readonly Scalar[] | undefined;
  range: Range;
  set?: boolean | undefined;
}

type Way = (string | number)[];

/** The conditions that must all hold, with where they stand. */
function conjuncts(condition: Condition, path: Way): { condition: Condition; path: Way }[] {
  if (!('all' in condition)) return [{ condition, path }];
  return condition.all.flatMap((child, index) => conjuncts(child, [...path, 'all', index]));
}

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]))
    : Array.isArray(value)
      ? value.map(sorted)
      : value;
/** The same text for conditions that are the same. */
const textOf = (condition: Condition): string => JSON.stringify(sorted(condition));

function emptyRange({ gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity }: Range): boolean {
  return Math.max(gt, gte) > Math.min(lt, lte) || (Math.max(gt, gte) === Math.min(lt, lte) && (gt >= gte || lt <= lte));
}

const tighter = (a: Range, b: Range): Range => ({
  gt: Math.max(a.gt ?? -Infinity, b.gt ?? -Infinity),
  gte: Math.max(a.gte ?? -Infinity, b.gte ?? -Infinity),
  lt: Math.min(a.lt ?? Infinity, b.lt ?? Infinity),
  lte: Math.min(a.lte ?? Infinity, b.lte ?? Infinity),
});

function demandOf(value: Scalar | Scalar[] | Comparison, path: Way): Demand {
  if (typeof value !== 'object' || Array.isArray(value)) return { path, oneOf: [value].flat(), range: {} };
  const { not, set, gt, gte, lt, lte } = value;
  return { path, noneOf: not === undefined ? undefined : [not].flat(), set, range: { gt: gt ?? -Infinity, gte: gte ?? -Infinity, lt: lt ?? Infinity, lte: lte ?? Infinity } };
}

const fits = (value: Scalar, { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity }: Range): boolean =>
  typeof value === 'number' ? value > gt && value >= gte && value < lt && value <= lte : gt === -Infinity && gte === -Infinity && lt === Infinity && lte === Infinity;

/** What several demands of one value come to. */
interface Sum {
  range: Range;
  sets: Set<boolean>;
  oneOf?: readonly Scalar[] | undefined;
  noneOf: Set<Scalar>;
}

/** Adds a demand, and says whether one value can be as all of them say. */
function stillPossible(sum: Sum, { range, set, oneOf, noneOf = [] }: Demand): boolean {
  sum.range = tighter(sum.range, range);
  if (set !== undefined) sum.sets.add(set);
  if (oneOf) sum.oneOf = sum.oneOf ? sum.oneOf.filter((value) => oneOf.includes(value)) : oneOf;
  for (const value of noneOf) sum.noneOf.add(value);
  if (emptyRange(sum.range) || sum.sets.size > 1) return false;
  if (!sum.oneOf) return true;
  return !sum.sets.has(false) && sum.oneOf.some((value) => !sum.noneOf.has(value) && fits(value, sum.range));
}

/** Paths and hosts without a glob: an address has only one of each. */
function urlDemands(pattern: UrlPattern, path: Way): [string, Demand][] {
  const { path: paths, host: hosts }: AddressParts = isObject(pattern) ? pattern : { path: pattern };
  const demand = (about: string, given: string | string[] | undefined, bare: RegExp, at: Way): [string, Demand][] => {
    const patterns = [given ?? []].flat();
    return patterns.length && !patterns.some((each) => each.includes('*')) ? [[about, { path: at, oneOf: patterns.map((each) => each.replace(bare, '')), range: {} }]] : [];
  };
  // `/a/` is the page `/a`.
  return [...demand('path', paths, /\/+$/, isObject(pattern) ? [...path, 'path'] : path), ...demand('host', hosts, /$/, [...path, 'host'])];
}

/** Demands by what they are about: a trait, a count of the session, the address, the device, a flag. */
function demandsIn(condition: Condition, path: Way): [string, Demand][] {
  if ('trait' in condition) return Object.entries(condition.trait).map(([name, value]) => [`trait ${name}`, demandOf(value, [...path, 'trait', name])]);
  if ('session' in condition) return Object.entries(condition.session).map(([name, range]) => [`session ${name}`, demandOf(range, [...path, 'session', name])]);
  if ('url' in condition) return urlDemands(condition.url, [...path, 'url']);
  if ('device' in condition) return [['device', { path: [...path, 'device'], oneOf: condition.device, range: {} }]];
  if ('event' in condition && condition.count) return [[`event ${condition.event} ${condition.within ?? ''} ${JSON.stringify(condition.where ?? {})}`, demandOf({ gte: 0, ...condition.count }, [...path, 'count'])]];
  if ('flag' in condition && condition.is !== undefined) return [[`flag ${condition.flag}`, { path: [...path, 'is'], oneOf: [condition.is], range: {} }]];
  return [];
}

/** The places in a condition that keep it from ever holding. */
export function contradictions(condition: Condition, path: Way): Way[] {
  const parts = conjuncts(condition, path);
  const found: Way[] = [];
  const sums = new Map<string, Sum>();
  const refusals = new Map<string, Way>();
  for (const { condition: each, path: at } of parts) {
    if (!('not' in each)) continue;
    const refused = textOf(each.not);
    if (!refusals.has(refused)) refusals.set(refused, at);
  }
  for (const part of parts) {
    for (const [about, demand] of demandsIn(part.condition, part.path)) {
      const sum = sums.get(about) ?? { range: {}, sets: new Set(), noneOf: new Set() };
      sums.set(about, sum);
      if (!stillPossible(sum, demand)) found.push(demand.path);
    }
    const against = refusals.size ? refusals.get(textOf(part.condition)) : undefined;
    if (against) found.push(against);
    if ('any' in part.condition) {
      // None of them can hold beside the others.
      const { any } = part.condition;
      const ways = any.map((child, nth) => contradictions(child, [...part.path, 'any', nth]));
      if (ways.every((each) => each.length > 0)) found.push(part.path);
      else for (const way of ways) found.push(...way);
    }
  }
  return found;
}
