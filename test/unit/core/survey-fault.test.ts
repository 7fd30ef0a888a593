import { surveyFault } from '@askwell/core';
import { describe, expect, it } from 'vitest';

type Loose = Record<string, unknown>;

const parse = (json: string): Loose => JSON.parse(json) as Loose;
const nps = (more: Loose): Loose => ({ kind: 'nps', ...more });
const csat = (more: Loose): Loose => ({ kind: 'csat', ...more });
const form = (...steps: unknown[]): Loose => ({ kind: 'form', steps });
const text = (more: Loose): Loose => ({ id: 'a', type: 'text', question: '?', ...more });
const rating = (more: Loose): Loose => ({ id: 'a', type: 'rating', question: '?', scale: [0, 10], ...more });
const choice = (more: Loose): Loose => ({ id: 'a', type: 'choice', question: '?', options: [{ id: 'x', label: 'X' }], ...more });
const href = (address: string): Loose => nps({ thanks: { link: { href: address, text: 'There' } } });
const last = { id: 'z', type: 'contact', question: '?' };
const led = (branch: unknown): Loose => form(rating({ next: [branch] }), last);
const names = (count: number): string[] => Array.from({ length: count }, (_each, index) => `${index}`);
const long = 'x'.repeat(10_001);

describe('surveyFault', () => {
  it.each([
    ['nothing but a kind', { kind: 'nps' }],
    ['every field of an NPS survey', nps({
      survey: 'q4-nps',
      wording: 'nps-own@2',
      product: 'Acme',
      question: { en: 'Would you recommend {product}?', 'de-CH': 'Würden Sie {product} empfehlen?' },
      anchorStart: 'No',
      anchorEnd: 'Yes',
      followUp: 'Why?',
      submit: 'Send',
      thanks: { text: 'Thanks' },
      autosubmit: true,
      bands: {
        promoter: { followUp: 'What is best?', thanks: { text: 'Thank you!', link: { href: 'https://reviews.example/acme?a=b#c', text: 'Review us' } } },
        passive: {},
        detractor: { thanks: { link: { href: 'mailto:help@acme.example', text: { en: 'Write to us' } } } },
      },
    })],
    ['five labels', csat({ look: 'faces', labels: names(5), thing: 'the delivery', bands: { neutral: { followUp: 'Why?' } } })],
    ['two labels of thumbs', csat({ look: 'thumbs', labels: ['Bad', { en: 'Good', de: 'Gut' }] })],
    ['the easy form', { kind: 'ces', variant: 'difficulty', company: 'Acme', bands: { disagree: {} } }],
    ['feedback', { kind: 'feedback', reasons: ['idea', 'problem'], contact: true, page: false }],
    ['feedback without reasons', { kind: 'feedback', reasons: [] }],
    ['a form of every step', form(
      rating({ look: 'numbers', labels: names(11), anchorStart: 'Low', section: 'Part 1', hint: { de: 'Tipp' }, required: true }),
      choice({ id: 'b', multiple: true }),
      text({ id: 'c', next: [] }),
      last,
    )],
    ['a hundred steps', form(...names(100).map((id) => text({ id })))],
    ['a score that is a rating', form(rating({ id: 'score' }))],
    ['every test of a branch', led({ if: { is: [1, 'x'], atLeast: 0, atMost: 10, band: 'passive' }, to: 'z' })],
    ['a branch to the end', led({ to: 'end' })],
    ['a tick', led({ if: { is: false }, to: 'z' })],
    ['an id in any script', form(text({ id: 'Schritt für 步骤 👋' }))],
    ['a text as long as can be', nps({ question: long.slice(1) })],
    ['a text of 10,000 emoji', nps({ question: '😀'.repeat(10_000) })],
    ['a text with every sign', nps({ question: '<script>\0\ud800\u202e\n' })],
    ['a scale below zero', form(rating({ scale: [-5, 5] }))],
    ['fields that are undefined', nps({ question: undefined, bands: { promoter: undefined } })],
  ])('finds none in %s', (_name, value) => {
    expect(surveyFault(value)).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['an array', [nps({})], ''],
    ['text', 'nps', ''],
    ['no kind', {}, 'kind'],
    ['an unknown kind', { kind: 'NPS' }, 'kind'],
    ['a kind in a list', { kind: ['nps'] }, 'kind'],
    ['a kind that every object has', { kind: 'toString' }, 'kind'],
    ['an unknown field', nps({ steps: [] }), 'steps'],
    ['a field named like a method of every object', nps({ toString: 'x' }), 'toString'],
    ['a field __proto__', parse('{"kind":"nps","__proto__":{"question":"?"}}'), '__proto__'],
    ['an empty text', nps({ question: '' }), 'question'],
    ['a text too long', nps({ question: long }), 'question'],
    ['a text that is a list', nps({ question: ['?'] }), 'question'],
    ['no translation', nps({ question: {} }), 'question'],
    ['an empty translation', nps({ question: { en: '?', de: '' } }), 'question.de'],
    ['a translation too long', nps({ question: { en: long } }), 'question.en'],
    ['a translation in a translation', nps({ question: { en: { de: '?' } } }), 'question.en'],
    ['a tag that is none', nps({ question: { en_US: '?' } }), 'question.en_US'],
    ['a translation into __proto__', nps({ question: parse('{"__proto__":"?"}') }), 'question.__proto__'],
    ['a survey without a name', nps({ survey: '' }), 'survey'],
    ['a survey with a NUL in its name', nps({ survey: 'a\0' }), 'survey'],
    ['a wording too long', nps({ wording: long.slice(0, 201) }), 'wording'],
    ['a product that is a number', nps({ product: 1 }), 'product'],
    ['autosubmit in words', nps({ autosubmit: 'true' }), 'autosubmit'],
    ['a band of another kind', nps({ bands: { satisfied: {} } }), 'bands.satisfied'],
    ['an unknown field of a band', nps({ bands: { promoter: { question: '?' } } }), 'bands.promoter.question'],
    ['thanks that are text', nps({ thanks: 'Thanks' }), 'thanks'],
    ['a link without text', nps({ thanks: { link: { href: '/' } } }), 'thanks.link.text'],
    ['a link without address', nps({ thanks: { link: { text: 'There' } } }), 'thanks.link.href'],
    ['a field of another kind', { kind: 'ces', product: 'Acme' }, 'product'],
    ['an unknown look', csat({ look: 'hearts' }), 'look'],
    ['four labels', csat({ labels: names(4) }), 'labels'],
    ['five labels of thumbs', csat({ look: 'thumbs', labels: names(5) }), 'labels'],
    ['an empty label', csat({ labels: ['1', '2', '', '4', '5'] }), 'labels.2'],
    ['an unknown variant', { kind: 'ces', variant: 'easy' }, 'variant'],
    ['an unknown reason', { kind: 'feedback', reasons: ['idea', 'bug'] }, 'reasons.1'],
    ['a reason given twice', { kind: 'feedback', reasons: ['idea', 'idea'] }, 'reasons'],
    ['no steps', { kind: 'form' }, 'steps'],
    ['an empty list of steps', form(), 'steps'],
    ['steps by name', { kind: 'form', steps: { a: text({}) } }, 'steps'],
    ['steps with a gap', { kind: 'form', steps: Array(2) }, 'steps.0'],
    ['101 steps', form(...names(101).map((id) => text({ id }))), 'steps'],
    ['more steps than memory holds', { kind: 'form', steps: Array(2 ** 32 - 1) }, 'steps'],
    ['an unknown type', form(text({ type: 'date' })), 'steps.0.type'],
    ['a step without a question', form({ id: 'a', type: 'text' }), 'steps.0.question'],
    ['a step without an id', form({ type: 'text', question: '?' }), 'steps.0.id'],
    ['two steps of one id', form(text({}), last, text({})), 'steps.2.id'],
    ['a step called __proto__', form(text({ id: '__proto__' })), 'steps.0.id'],
    ['a step called constructor', form(text({ id: 'constructor' })), 'steps.0.id'],
    ['a step called prototype', form(text({ id: 'prototype' })), 'steps.0.id'],
    ['a step called end', form(text({ id: 'end' })), 'steps.0.id'],
    ['a score that is no rating', form(text({ id: 'score' })), 'steps.0.id'],
    ['a field of another step', form(text({ scale: [1, 5] })), 'steps.0.scale'],
    ['a rating without scale', form(rating({ scale: undefined })), 'steps.0.scale'],
    ['a scale upside down', form(rating({ scale: [5, 1] })), 'steps.0.scale'],
    ['a scale of one point', form(rating({ scale: [1, 1] })), 'steps.0.scale'],
    ['a scale of twelve points', form(rating({ scale: [0, 11] })), 'steps.0.scale'],
    ['a scale in halves', form(rating({ scale: [0.5, 5] })), 'steps.0.scale'],
    ['a scale without end', form(rating({ scale: [0, Infinity] })), 'steps.0.scale'],
    ['a scale of three', form(rating({ scale: [1, 3, 5] })), 'steps.0.scale'],
    ['faces of eleven points', form(rating({ look: 'faces' })), 'steps.0.look'],
    ['thumbs in a form', form(rating({ look: 'thumbs' })), 'steps.0.look'],
    ['too few labels', form(rating({ labels: names(10) })), 'steps.0.labels'],
    ['a choice without options', form(choice({ options: undefined })), 'steps.0.options'],
    ['a choice of nothing', form(choice({ options: [] })), 'steps.0.options'],
    ['101 options', form(choice({ options: names(101).map((id) => ({ id, label: id })) })), 'steps.0.options'],
    ['two options of one id', form(last, choice({ options: [{ id: 'x', label: 'X' }, { id: 'x', label: 'Y' }] })), 'steps.1.options'],
    ['an option without label', form(choice({ options: [{ id: 'x' }] })), 'steps.0.options.0.label'],
    ['a branch back', form(text({}), text({ id: 'b', next: [{ to: 'a' }] })), 'steps.1.next.0.to'],
    ['a branch to itself', led({ to: 'a' }), 'steps.0.next.0.to'],
    ['a branch to nowhere', led({ to: 'x' }), 'steps.0.next.0.to'],
    ['a branch without target', led({ if: { is: 1 } }), 'steps.0.next.0.to'],
    ['a branch without a test in its if', led({ if: {}, to: 'z' }), 'steps.0.next.0.if'],
    ['a branch by null', led({ if: { is: null }, to: 'z' }), 'steps.0.next.0.if.is'],
    ['a branch by an empty list', led({ if: { is: [] }, to: 'z' }), 'steps.0.next.0.if.is'],
    ['a branch by a list of ticks', led({ if: { is: [1, true] }, to: 'z' }), 'steps.0.next.0.if.is.1'],
    ['a branch at no number', led({ if: { atLeast: Number.NaN }, to: 'z' }), 'steps.0.next.0.if.atLeast'],
    ['an unknown band', led({ if: { band: 'satisfied' }, to: 'z' }), 'steps.0.next.0.if.band'],
    ['a band of another scale', form(rating({ scale: [1, 5], next: [{ if: { band: 'passive' }, to: 'end' }] })), 'steps.0.next.0.if.band'],
    ['a band of a text', form(text({ next: [{ if: { band: 'passive' }, to: 'end' }] })), 'steps.0.next.0.if.band'],
    ['an unknown test', led({ if: { not: 1 }, to: 'z' }), 'steps.0.next.0.if.not'],
    ['101 branches', form(text({ next: names(101).map(() => ({ to: 'end' })) })), 'steps.0.next'],
  ])('says where %s is', (_name, value, path) => {
    expect(surveyFault(value)).toBe(path);
  });

  it.each([
    'https://a.example', 'http://a.example:8080/b?c=d:e#f', 'mailto:a@b.example', 'tel:+49-30-1234', '/review', 'review', './review', '../a/b:c', '?a=b:c', '#top',
    '/a?to=https://b.example', 'straße/步骤',
  ])('takes the address %s', (address) => {
    expect(surveyFault(href(address))).toBeUndefined();
  });

  it.each([
    '', ' ', 'javascript:alert(1)', 'JavaScript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\tjavascript:alert(1)', ' javascript:alert(1)',
    '\0javascript:alert(1)', '\u0001javascript:alert(1)', '\u00a0javascript:alert(1)', 'javascript\u200b:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:https://a.example/1',
    'file:///etc/passwd', 'ftp://a.example', 'https:', 'mailto:', '//a.example', '/\\a.example', '\\\\a.example', '/\t/a.example', '\n//a.example', 'https://a.example\\@b.example',
    'a b', 'a\u2028b', '/\ud800', 'a:b', `/${'x'.repeat(2000)}`,
  ])('refuses the address %j', (address) => {
    expect(surveyFault(href(address))).toBe('thanks.link.href');
  });

  it('takes no relative address that a browser would read as another site or a script', () => {
    const signs = ['/', '\\', ':', '\t', '\n', ' ', '\0', 'a', '.', '@', '?', '#', 'javascript', 'x:'];
    let taken = 0;
    const visit = (address: string, depth: number): void => {
      if (address && surveyFault(href(address)) === undefined) {
        taken += 1;
        expect(new URL(address, 'https://site.example/a/b').origin, JSON.stringify(address)).toBe('https://site.example');
      }
      if (depth) for (const sign of signs) visit(address + sign, depth - 1);
    };
    visit('', 4);
    expect(taken).toBeGreaterThan(1000);
  });

  describe('given what is made to do harm', () => {
    it('comes back from a circle', () => {
      const circle = form(text({}));
      (circle.steps as unknown[]).push(circle);
      expect(surveyFault(circle)).toBe('steps.1.type');
      const thanks: Loose = {};
      thanks.link = thanks;
      expect(surveyFault(nps({ thanks }))).toBe('thanks.link.href');
    });

    it('goes no deeper than a definition does', () => {
      let deep: unknown = 'x';
      for (let depth = 0; depth < 100_000; depth++) deep = [deep];
      expect(surveyFault(deep)).toBe('');
      expect(surveyFault(nps({ question: deep }))).toBe('question');
      expect(surveyFault(led({ if: { is: deep }, to: 'z' }))).toBe('steps.0.next.0.if.is.0');
      expect(surveyFault({ kind: deep })).toBe('kind');
    });

    it('survives a getter that throws, and an object that will not become text', () => {
      const trap = (): never => {
        throw new Error('trap');
      };
      expect(surveyFault(Object.defineProperty({ kind: 'nps' }, 'question', { get: trap, enumerable: true }))).toBe('');
      expect(surveyFault({ kind: { toString: trap } })).toBe('kind');
      expect(surveyFault(form({ type: { toString: trap } }))).toBe('steps.0.type');
    });

    it('looks at fields that are inherited, and needs no prototype', () => {
      expect(surveyFault(form(Object.create(text({ id: 'constructor' }))))).toBe('steps.0.id');
      expect(surveyFault(Object.assign(Object.create(null) as object, nps({})))).toBeUndefined();
    });

    it('is quick with 100,000 unknown fields, translations and long names', () => {
      const many = Object.fromEntries(Array.from({ length: 100_000 }, (_each, index) => [`field${index}`, 1]));
      const start = performance.now();
      expect(surveyFault({ kind: 'nps', ...many })).toBe('field0');
      expect(surveyFault(nps({ question: many }))).toBe('question.field0');
      for (const sign of ['a-', 'a', ':', '/', ' ']) {
        expect(surveyFault(nps({ question: { [`${sign.repeat(500_000)}!`]: '?' } }))).toMatch(/^question/);
        expect(surveyFault(href(sign.repeat(500_000)))).toBe('thanks.link.href');
      }
      expect(performance.now() - start).toBeLessThan(2000);
    });
  });
});
