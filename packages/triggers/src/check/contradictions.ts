import type { Comparison, Condition, Range, Scalar } from '@askwell/core';

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
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

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

/** Whether one value can be as all demands say. */
function possible(demands: readonly Demand[]): boolean {
  const range = demands.reduce<Range>((all, each) => tighter(all, each.range), {});
  if (emptyRange(range)) return false;
  const sets = demands.flatMap(({ set }) => (set === undefined ? [] : [set]));
  if (new Set(sets).size > 1) return false;
  const allowed = demands.flatMap(({ oneOf }) => (oneOf ? [oneOf] : []));
  if (!allowed.length) return true;
  if (sets.includes(false)) return false;
  const refused = demands.flatMap(({ noneOf = [] }) => noneOf);
  return allowed[0]!.some((value) => allowed.every((list) => list.includes(value)) && !refused.includes(value) && fits(value, range));
}

/** Demands by what they are about: a trait, a count of the session, the device, a flag. */
function demandsIn(condition: Condition, path: Way): [string, Demand][] {
  if ('trait' in condition) return Object.entries(condition.trait).map(([name, value]) => [`trait ${name}`, demandOf(value, [...path, 'trait', name])]);
  if ('session' in condition) return Object.entries(condition.session).map(([name, range]) => [`session ${name}`, demandOf(range, [...path, 'session', name])]);
  if ('device' in condition) return [['device', { path: [...path, 'device'], oneOf: condition.device, range: {} }]];
  if ('event' in condition && condition.count) return [[`event ${condition.event} ${condition.within ?? ''} ${JSON.stringify(condition.where ?? {})}`, demandOf({ gte: 0, ...condition.count }, [...path, 'count'])]];
  if ('flag' in condition && condition.is !== undefined) return [[`flag ${condition.flag}`, { path: [...path, 'is'], oneOf: [condition.is], range: {} }]];
  return [];
}

/** The places in a condition that keep it from ever holding. */
export function contradictions(condition: Condition, path: Way): Way[] {
  const parts = conjuncts(condition, path);
  const found: Way[] = [];
  const demands = new Map<string, Demand[]>();
  for (const [index, part] of parts.entries()) {
    for (const [about, demand] of demandsIn(part.condition, part.path)) {
      const all = [...(demands.get(about) ?? []), demand];
      demands.set(about, all);
      if (!possible(all)) found.push(demand.path);
    }
    const opposite = (other: Condition): boolean => 'not' in other && same(other.not, part.condition);
    const against = parts.find((other, nth) => nth !== index && opposite(other.condition));
    if (against) found.push(against.path);
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
