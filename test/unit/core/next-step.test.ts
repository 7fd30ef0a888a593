import { nextStep, path, type Answers, type Branch, type Step } from '@askwell/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const step = (id: string, next?: Branch[]): Step => ({ id, type: 'text', question: id, ...(next && { next }) });
const form = (...next: Branch[]): Step[] => [step('a', next), step('b'), step('c'), step('d')];

describe('nextStep', () => {
  it('leads to the next step in order, and from the last one to the end', () => {
    expect(nextStep(form(), 'a', {})).toBe('b');
    expect(nextStep(form(), 'd', {})).toBeUndefined();
  });

  it('ends at a step that is not there', () => {
    expect(nextStep(form(), 'x', {})).toBeUndefined();
    expect(nextStep([], 'a', {})).toBeUndefined();
  });

  it('follows a branch without a test whatever the answer', () => {
    expect(nextStep(form({ to: 'c' }), 'a', {})).toBe('c');
    expect(nextStep(form({ to: 'c' }), 'a', { a: 'x' })).toBe('c');
  });

  it('ends where a branch leads to the end', () => {
    expect(nextStep(form({ to: 'end' }), 'a', {})).toBeUndefined();
  });

  it('follows the first branch that holds', () => {
    const steps = form({ if: { atLeast: 9 }, to: 'd' }, { if: { atLeast: 7 }, to: 'c' });
    expect(nextStep(steps, 'a', { a: 9 })).toBe('d');
    expect(nextStep(steps, 'a', { a: 8 })).toBe('c');
    expect(nextStep(steps, 'a', { a: 6 })).toBe('b');
  });

  it.each<[string, Branch]>([
    ['back', { to: 'a' }],
    ['to itself', { to: 'b' }],
    ['to no step', { to: 'x' }],
  ])('passes over a branch that leads %s', (_name, branch) => {
    expect(nextStep([step('a'), step('b', [branch, { to: 'd' }]), step('c'), step('d')], 'b', {})).toBe('d');
  });

  it.each<[string, NonNullable<Branch['if']>, Answers[string] | undefined, boolean]>([
    ['a text', { is: 'yes' }, 'yes', true],
    ['another text', { is: 'yes' }, 'no', false],
    ['a number', { is: 3 }, 3, true],
    ['a number in words', { is: 3 }, '3', false],
    ['true', { is: true }, true, true],
    ['false', { is: false }, false, true],
    ['true instead of false', { is: false }, true, false],
    ['zero', { is: 0 }, 0, true],
    ['one of a list', { is: ['a', 2] }, 2, true],
    ['none of a list', { is: ['a', 2] }, 'b', false],
    ['a chosen option among several', { is: 'price' }, ['speed', 'price'], true],
    ['several options without it', { is: 'price' }, ['speed'], false],
    ['several options of which a list holds one', { is: ['price', 'other'] }, ['speed', 'other'], true],
    ['no chosen option', { is: 'price' }, [], false],
    ['enough', { atLeast: 5 }, 5, true],
    ['too little', { atLeast: 5 }, 4, false],
    ['little enough', { atMost: 5 }, 5, true],
    ['too much', { atMost: 5 }, 6, false],
    ['between two ends', { atLeast: 2, atMost: 4 }, 3, true],
    ['beyond one of two ends', { atLeast: 2, atMost: 4 }, 5, false],
    ['a number in words of at least', { atLeast: 1 }, '5', false],
    ['a tick of at most', { atMost: 1 }, false, false],
    ['a list of at least', { atLeast: 1 }, ['5'], false],
    ['a promoter', { band: 'promoter' }, 9, true],
    ['a passive instead of a promoter', { band: 'promoter' }, 8, false],
    ['a passive', { band: 'passive' }, 7, true],
    ['a detractor', { band: 'detractor' }, 6, true],
    ['the band of a text', { band: 'detractor' }, 'x', false],
    ['band and value', { band: 'detractor', is: [0, 1] }, 1, true],
    ['band without value', { band: 'detractor', is: [0, 1] }, 5, false],
    ['nothing at most', { atMost: 5 }, undefined, false],
    ['nothing of a band', { band: 'detractor' }, undefined, false],
  ])('tells %s', (_name, test, answer, holds) => {
    const answers: Answers = answer === undefined ? {} : { a: answer };
    expect(nextStep(form({ if: test, to: 'c' }), 'a', answers)).toBe(holds ? 'c' : 'b');
  });

  it('takes no answer from what every object has', () => {
    const steps = [step('toString', [{ if: { is: ['x'] }, to: 'c' }]), step('b'), step('c')];
    expect(nextStep(steps, 'toString', {})).toBe('b');
    expect(nextStep(steps, 'toString', { toString: 'x' })).toBe('c');
  });
});

describe('path', () => {
  it('goes from the first step to the end', () => {
    expect(path(form(), {})).toEqual(['a', 'b', 'c', 'd']);
    expect(path([], {})).toEqual([]);
  });

  it('leaves out the steps that the answers pass by', () => {
    const steps = form({ if: { is: 'no' }, to: 'd' });
    expect(path(steps, { a: 'no', b: 'kept from before' })).toEqual(['a', 'd']);
    expect(path(steps, { a: 'yes' })).toEqual(['a', 'b', 'c', 'd']);
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'end', '__proto__', 'toString');
const value = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom('x', 'y'));
const test = fc.record(
  {
    is: fc.oneof(value, fc.boolean(), fc.array(value, { maxLength: 3 })),
    atLeast: fc.integer({ min: 0, max: 10 }),
    atMost: fc.integer({ min: 0, max: 10 }),
    band: fc.constantFrom('promoter' as const, 'passive' as const, 'detractor' as const),
  },
  { requiredKeys: [] },
);
const anyStep = fc.record(
  {
    id,
    type: fc.constant('text' as const),
    question: fc.constant('?'),
    next: fc.array(fc.record({ if: test, to: id }, { requiredKeys: ['to'] }), { maxLength: 4 }),
  },
  { requiredKeys: ['id', 'type', 'question'] },
);
const answers = fc.dictionary(id, fc.oneof(value, fc.boolean(), fc.array(fc.constantFrom('x', 'y'))));

describe('a form of any steps, sound or not', () => {
  it('always ends, passes each step at most once and in order', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), answers, (steps, given) => {
        const order = path(steps, given).map((each) => steps.findLastIndex((one) => one.id === each));
        expect(order.every((index, nth) => index >= 0 && (nth === 0 || index > order[nth - 1]!))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('needs only the answers on the way', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyStep, { maxLength: 6, selector: (each) => each.id }), answers, (steps, given) => {
        const way = path(steps, given);
        const onTheWay = Object.fromEntries(Object.entries(given).filter(([key]) => way.includes(key)));
        expect(path(steps, onTheWay)).toEqual(way);
      }),
      { numRuns: 2000 },
    );
  });
});
